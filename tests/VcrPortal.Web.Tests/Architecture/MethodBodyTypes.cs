using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace VcrPortal.Web.Tests.Architecture;

/// <summary>The types that the instructions of a method name: what it calls, reads, makes, casts to.</summary>
internal static class MethodBodyTypes
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!)
            .ToDictionary(o => (int)(ushort)o.Value);

    public static IEnumerable<Type?> In(MethodBase method)
    {
        var body = method.GetMethodBody();
        if (body?.GetILAsByteArray() is not { } code) return [];
        return body.LocalVariables.Select(l => l.LocalType).Concat(Tokens(code).SelectMany(token => Named(method, token)));
    }

    private static List<int> Tokens(byte[] code)
    {
        var tokens = new List<int>();
        for (var at = 0; at < code.Length;)
        {
            // Two-byte instructions begin with FE.
            var instruction = code[at] == 0xFE ? OpCodesByValue[0xFE00 | code[at + 1]] : OpCodesByValue[code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
                tokens.Add(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)));
            at += OperandSize(instruction.OperandType, code, at);
        }
        return tokens;
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
        _ => 4
    };

    private static IEnumerable<Type?> Named(MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, typeArguments, methodArguments) switch
        {
            Type type => [type],
            MethodInfo { IsGenericMethod: true } called => [called.DeclaringType, .. called.GetGenericArguments()],
            { } member => [member.DeclaringType],
            null => []
        };
    }
}
