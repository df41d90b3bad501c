using Microsoft.Extensions.Caching.Memory;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>Texts that were read, by their hash and the version of the vocabulary: a revision never changes, and neither does its
/// graph.</summary>
public sealed class GraphCache(VocabularyInUse vocabulary) : IDisposable
{
    /// <summary>Readings kept, about 20 kB each; the least used ones go first.</summary>
    private const int Limit = 500;

    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = Limit });

    public ReadResult Read(string hash, string text)
    {
        var now = vocabulary.Now;
        return _read.GetOrCreate((hash, now.Version), entry =>
        {
            entry.Size = 1;
            return ExplanationReader.Read(text, now);
        })!;
    }

    public void Dispose() => _read.Dispose();
}
