namespace VcrPortal.Evidence;

/// <summary>What every file of the pack is made from.</summary>
/// <param name="Genes">Genes of use: drug targets and drivers of the atlas, and whatever NCI-PID's edges and processes name.</param>
public sealed record PackInput(EvidenceData Data, TahoeNames Tahoe, IReadOnlyList<CompoundIdentity> Compounds, IReadOnlySet<string> Genes)
{
    public static PackInput Read(EvidenceData data)
    {
        var tahoe = TahoeNames.Read(data);
        var identities = new CompoundIdentities(data, tahoe.Compounds);
        var edges = data.Tabbed("nci-pid/nci_pid_edges.tsv.gz").SelectMany(r => new[] { r["source"], r["target"] });
        var actors = data.Tabbed("nci-pid/nci_pid_processes.tsv.gz").Select(r => r["protein"]);
        var genes = tahoe.Compounds.SelectMany(c => c.Targets).Concat(tahoe.Drivers).Concat(edges).Concat(actors);
        return new(data, tahoe, [.. tahoe.Compounds.Select(identities.Find)], genes.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The line of the atlas that the NCI-60 panel means by <c>LC:A549/ATCC</c>; null when it is none of them.</summary>
    public TahoeLine? LineOf(string panel)
    {
        var name = Folded(panel[(panel.IndexOf(':') + 1)..].Split('/')[0]);
        return Tahoe.Lines.FirstOrDefault(l => Folded(l.Name) == name);
    }

    private static string Folded(string name) => Generation.Knowledge.Recognition.NameFolding.Fold(name);
}

/// <summary>Makes one file of the pack.</summary>
public interface IPackSource
{
    PackText Make(PackInput input);
}
