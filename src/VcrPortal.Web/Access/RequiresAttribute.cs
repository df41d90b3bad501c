namespace VcrPortal.Web.Access;

/// <summary>Names what a verb class, a page or an endpoint does; one without it fails a test.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Operation operation) : Attribute
{
    public Operation Operation => operation;
}
