namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>The set <c>vcr-20</c>, version 1: the names and signatures of VCR-Agent's action primitives (arXiv 2604.11661).</summary>
internal static class CorePrimitives
{
    public static PrimitiveVocabulary Build() => new("vcr-20", 1, []);
}
