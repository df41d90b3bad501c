namespace VcrPortal.Reasoning.Arguments;

/// <summary>A unit of amount per volume.</summary>
/// <param name="Name">Canonical: <c>uM</c>.</param>
/// <param name="Nanomolar">How many nmol/L one of it is.</param>
internal sealed record ConcentrationUnit(string Name, double Nanomolar)
{
    private static readonly ConcentrationUnit[] All =
        [new("fM", 1e-6), new("pM", 1e-3), new("nM", 1), new("uM", 1e3), new("mM", 1e6), new("M", 1e9)];

    private static readonly (string Prefix, string Letter)[] Words =
        [("femto", "f"), ("pico", "p"), ("nano", "n"), ("micro", "u"), ("milli", "m")];

    /// <summary>In any of its spellings: <c>µM</c> with either mu, <c>nmol/L</c>, <c>nanomolar</c>; null for another unit.</summary>
    public static ConcentrationUnit? Find(string written)
    {
        var name = written.Trim().Replace('µ', 'u').Replace('μ', 'u').Replace("mol/L", "M").Replace("mol/l", "M").Replace("molar", "M");
        foreach (var (prefix, letter) in Words) name = name.Replace(prefix, letter);
        return Array.Find(All, unit => unit.Name == name);
    }
}
