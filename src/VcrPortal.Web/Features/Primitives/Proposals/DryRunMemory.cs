using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>What dry runs saw before: a revision never changes, and neither does a proposal, so only what is new must be read
/// again.</summary>
internal sealed class DryRunMemory : IDisposable
{
    /// <summary>Proposals that are remembered, each with about 1 MB for 20,000 traces; the least used ones go first.</summary>
    private const int Proposals = 16;

    private readonly MemoryCache _seen = new(new MemoryCacheOptions { SizeLimit = Proposals });

    /// <summary>For each trace, which revision was looked at, and what it would be; null where nothing would become the
    /// primitive.</summary>
    public ConcurrentDictionary<int, (int Revision, DryRunLook? Look)> For(int proposal, PrimitiveVocabulary vocabulary) =>
        _seen.GetOrCreate((proposal, vocabulary.Version), entry =>
        {
            entry.Size = 1;
            return new ConcurrentDictionary<int, (int, DryRunLook?)>();
        })!;

    public void Dispose() => _seen.Dispose();
}
