using System.Runtime.InteropServices;
using System.Text;
using static VcrPortal.Generation.Knowledge.Snapshot.SnapshotFormat;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>Each text once, in the order of first use.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public int Add(string text)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, text, out var exists);
        if (exists) return place;
        place = _texts.Count;
        _texts.Add(text);
        return place;
    }

    public void Write(SectionStream sections)
    {
        var starts = new int[_texts.Count + 1];
        for (var i = 0; i < _texts.Count; i++) starts[i + 1] = checked(starts[i] + Encoding.UTF8.GetByteCount(_texts[i]));
        var bytes = new byte[starts[^1]];
        for (var i = 0; i < _texts.Count; i++) Encoding.UTF8.GetBytes(_texts[i], bytes.AsSpan(starts[i]));
        sections.Write<int>(Section.TextStarts, starts);
        sections.Write<byte>(Section.TextBytes, bytes);
    }
}
