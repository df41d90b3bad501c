using System.Collections.Frozen;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Questions;

/// <summary>
/// Mechanism classes of Tahoe-100M whose own words name the process that is stopped: a "protein synthesis inhibitor" lowers protein
/// synthesis. No more is read into a class than it says: of a "JAK/STAT inhibitor" without targets nothing measurable follows.
/// </summary>
public static class NamedProcess
{
    private static readonly FrozenDictionary<string, string> ByClass = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DNA synthesis/repair inhibitor"] = "DNA synthesis or repair",
        ["DNA methyltransferase inhibitor"] = "DNA methylation",
        ["HDAC inhibitor"] = "histone deacetylation",
        ["Microtubule inhibitor"] = "microtubule function",
        ["Proteasome inhibitor"] = "protein degradation by the proteasome",
        ["Protein synthesis inhibitor"] = "protein synthesis",
    }.ToFrozenDictionary();

    /// <summary>Null for a class that names no process, or that the source's broad class contradicts.</summary>
    public static string? For(Compound compound) =>
        compound.MechanismClass == "activator/agonist" ? null : ByClass.GetValueOrDefault(compound.Mechanism);
}
