namespace VcrPortal.Generation.Sources;

/// <summary>A source as it is registered.</summary>
/// <param name="Create">Null where what it reads is not there.</param>
public sealed record SourceRegistration(Func<IServiceProvider, IKnowledgeSource?> Create)
{
    public static SourceRegistration For(IKnowledgeSource source) => new(_ => source);
}
