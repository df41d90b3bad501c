using System.Collections.Immutable;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>
/// The alterations of a line, from its rows of two tables: its drivers, whose residues are counted as its own variants count them, and the
/// recurrent variants that are likely to lose a brake which the driver table does not list (KEAP1 G333C of A549).
/// </summary>
public static class LineAlterations
{
    /// <summary>In a statement's reference: the variant recurs in tumours.</summary>
    public const string Recurrent = "hotspot";

    /// <param name="brakes">Genes whose loss keeps something active. Of other genes a likely loss says nothing here.</param>
    public static ImmutableArray<DriverAlteration> Read(KnowledgeSnapshot snapshot, int line, IReadOnlySet<string> brakes)
    {
        var (drivers, variants) = (new List<DriverAlteration>(), new List<(string Gene, Statement Said)>());
        foreach (var edge in snapshot.From(line))
            switch (snapshot.Statement(edge.Statement))
            {
                case { Kind: EdgeKind.Alters } said: drivers.Add(Driver(snapshot.KeyOf(edge.Entity), said)); break;
                case { Kind: EdgeKind.Varies } said: variants.Add((snapshot.KeyOf(edge.Entity), said)); break;
            }
        var called = variants.ToLookup(v => v.Gene, v => ProteinChange.TryParse(v.Said.Detail), StringComparer.Ordinal);
        var listed = drivers.ToLookup(d => d.Gene, StringComparer.Ordinal);
        return [
            .. drivers.Select(d => Counted(d, listed[d.Gene], called[d.Gene])),
            .. variants.Where(v => brakes.Contains(v.Gene) && !listed.Contains(v.Gene) && v.Said is { Sign: < 0, Reference: Recurrent })
                .Select(v => Likely(v.Gene, v.Said.Detail)).Distinct()];
    }

    private static DriverAlteration Driver(string gene, Statement said) => new(
        gene, said.Detail.Length == 0 ? null : said.Detail,
        said.Sign switch
        {
            > 0 => AlterationEffect.GainOfFunction,
            < 0 => AlterationEffect.LossOfFunction,
            _ => AlterationEffect.Unknown
        }, said.Record);

    private static DriverAlteration Counted(
        DriverAlteration driver, IEnumerable<DriverAlteration> ofTheGene, IEnumerable<ProteinChange?> variants) =>
        ProteinChange.TryParse(driver.Change) is { } change
        && ProteinChange.CountedAs(
            [.. ofTheGene.Select(d => ProteinChange.TryParse(d.Change)).OfType<ProteinChange>()],
            variants.OfType<ProteinChange>().ToHashSet()).TryGetValue(change, out var counted)
            ? driver with { Change = counted.ToString(), WrittenAs = driver.Change } : driver;

    private static DriverAlteration Likely(string gene, string change) => new(
        gene, ProteinChange.TryParse(change) is { } residue ? residue.ToString() : change, AlterationEffect.LossOfFunction,
        DriverAlteration.Likely);
}
