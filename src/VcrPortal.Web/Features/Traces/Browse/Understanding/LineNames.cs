using System.Collections.Frozen;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Cell lines by the names that people look for, beside those of the tables: half of a double name (HepG2 for HepG2/C3A, which
/// the tables have as one line; the chip says which it is), and a number of Cellosaurus with another sign.</summary>
internal sealed class LineNames(KnowledgeIndex index)
{
    private const string Cellosaurus = "CVCL";

    private readonly FrozenDictionary<string, CellLine> _byHalf = (
        from line in index.Knowledge.CellLines
        where line.Name.Contains('/')
        from half in line.Name.Split('/')
        group line by NameFolding.Fold(half) into same
        where same.Key.Length > 2 && same.Distinct().Count() == 1
        select same).ToFrozenDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    public CellLine? Find(string text) =>
        index.Line(text) ?? ByNumber(text) ?? _byHalf.GetValueOrDefault(NameFolding.Fold(text));

    private CellLine? ByNumber(string text) => text.StartsWith(Cellosaurus, StringComparison.OrdinalIgnoreCase)
        ? index.Line($"{Cellosaurus}_{text[Cellosaurus.Length..].TrimStart(':', '_', '-', ' ')}") : null;
}
