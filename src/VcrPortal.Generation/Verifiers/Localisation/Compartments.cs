using System.Collections.Frozen;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Verifiers.Localisation;

/// <summary>
/// The compartment that a place belongs to, by the groups in which the Human Protein Atlas orders its places: nucleoplasm is of the
/// nucleus. A place that is not here is compared by its name.
/// </summary>
internal static class Compartments
{
    private static readonly FrozenDictionary<string, string> Of = new (string Compartment, string[] Places)[]
    {
        ("nucleus",
            ["nucleus", "nuclear", "nucleoplasm", "nuclear speckles", "nuclear bodies", "nucleoli", "nucleolus",
            "nucleoli fibrillar center", "nucleoli rim", "nuclear membrane", "kinetochore", "mitotic chromosome", "chromatin"]),
        ("cytoplasm", ["cytoplasm", "cytosol", "cytoplasmic", "cytoplasmic bodies", "aggresome", "rods & rings"]),
        ("plasma membrane", ["plasma membrane", "cell membrane", "cell surface", "cell junctions", "membrane"]),
        ("mitochondrion",
            ["mitochondrion", "mitochondria", "mitochondrial", "mitochondrial outer membrane", "outer mitochondrial membrane"]),
        ("endoplasmic reticulum", ["endoplasmic reticulum", "er"]),
        ("Golgi apparatus", ["golgi apparatus", "golgi"]),
        ("vesicles",
            ["vesicles", "vesicle", "endosomes", "endosome", "lysosomes", "lysosome", "peroxisomes", "peroxisome", "lipid droplets",
            "autophagosome"]),
        ("cytoskeleton",
            ["cytoskeleton", "actin filaments", "microtubules", "intermediate filaments", "centrosome", "centriolar satellite",
            "focal adhesion sites"]),
        ("outside of the cell", ["extracellular", "extracellular space", "secreted", "predicted to be secreted"]),
    }.SelectMany(c => c.Places.Append(c.Compartment).Select(place => (Place: NameFolding.Fold(place), c.Compartment)))
        .DistinctBy(p => p.Place).ToFrozenDictionary(p => p.Place, p => p.Compartment);

    public static string Named(string place) => Of.GetValueOrDefault(NameFolding.Fold(place), NameFolding.Fold(place));
}
