using System;
using System.IO;

namespace Microsoft.SqlServer.Server
{
    public enum Format { Unknown, Native, UserDefined }

    public interface IBinarySerialize
    {
        void Read(BinaryReader r);
        void Write(BinaryWriter w);
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    public sealed class SqlUserDefinedTypeAttribute : Attribute
    {
        public SqlUserDefinedTypeAttribute(Format format) { Format = format; }
        public Format Format { get; }
        public int MaxByteSize { get; set; }
        public bool IsFixedLength { get; set; }
        public bool IsByteOrdered { get; set; }
        public string ValidationMethodName { get; set; }
        public string Name { get; set; }
    }

    public sealed class InvalidUdtException : SystemException
    {
        internal InvalidUdtException(string message) : base(message) { }
        public static InvalidUdtException Create(Type type, string reason) { return new InvalidUdtException(type + ": " + reason); }
    }
}
