namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>Other usual ways to write a name, folded: H460 for NCI-H460, trametinib for its solvate or salt.</summary>
internal static class NameForms
{
    /// <summary>Collections that number their lines; people leave the collection out.</summary>
    private static readonly string[] Collections = ["NCI-H", "NCI-", "ATCC-"];

    private static readonly string[] Salts =
    [
        "hydrochloride", "dihydrochloride", "hcl", "hydrobromide", "hbr", "mesylate", "mesilate", "dimesylate", "tosylate", "ditosylate",
        "besylate", "esylate", "maleate", "malate", "fumarate", "hemifumarate", "tartrate", "citrate", "sulfate", "sulphate", "hemisulfate",
        "phosphate", "diphosphate", "acetate", "succinate", "lactate", "nitrate", "sodium", "disodium", "potassium", "calcium", "hydrate",
        "monohydrate", "dihydrate", "trihydrate", "hemihydrate", "anhydrous", "solvate", "salt",
    ];

    /// <summary>What a compound crystallises with, in more than one word.</summary>
    private static readonly string[] Solvents = [" dimethyl sulfoxide", " dimethyl sulphoxide", " dimethylsulfoxide", " DMSO"];

    /// <summary>What people add to the name of a line: "C32 melanoma", "A-375 melanoma cells".</summary>
    private static readonly string[] Kinds =
    [
        "cells", "cell line", "cell", "melanoma", "carcinoma", "adenocarcinoma", "cancer", "leukemia", "leukaemia", "lymphoma", "myeloma",
        "glioma", "glioblastoma", "neuroblastoma", "sarcoma", "osteosarcoma", "mesothelioma", "hepatoblastoma", "tumor", "tumour",
        "breast", "colon", "colorectal", "lung", "skin", "liver", "kidney", "ovarian", "pancreatic", "prostate", "gastric", "cervical",
        "bladder", "brain",
    ];

    /// <summary>Forms under which a known name is looked for too.</summary>
    public static IEnumerable<string> OfKnown(string name)
    {
        foreach (var collection in Collections)
            if (name.StartsWith(collection, StringComparison.OrdinalIgnoreCase) && name.Length > collection.Length
                && char.IsAsciiDigit(name[collection.Length]))
                yield return NameFolding.Fold(name[name.IndexOf('-', StringComparison.Ordinal)..]);
        if (Shortened(name) is { } shorter) yield return NameFolding.Fold(shorter);
    }

    /// <summary>Shorter forms of a name that somebody wrote.</summary>
    public static IEnumerable<string> OfWritten(string name)
    {
        for (var shorter = Shortened(name); shorter is not null; shorter = Shortened(shorter)) yield return NameFolding.Fold(shorter);
        if (name.StartsWith("cell line ", StringComparison.OrdinalIgnoreCase)) yield return NameFolding.Fold(name["cell line ".Length..]);
        for (var bare = WithoutKind(name); bare is not null; bare = WithoutKind(bare)) yield return NameFolding.Fold(bare);
    }

    /// <summary>Without brackets, salts and words that only say what kind of cell it is: HepG2 for "HepG2 liver cells".</summary>
    public static string Bare(string name)
    {
        var bare = name.Trim();
        while ((Shortened(bare) ?? WithoutKind(bare)) is { } shorter) bare = shorter;
        return bare;
    }

    /// <summary>Without the last word that only says what kind of cell it is; null where it has none.</summary>
    private static string? WithoutKind(string name)
    {
        foreach (var kind in Kinds)
            if (name.Length > kind.Length + 1 && name[^(kind.Length + 1)] == ' ' && name.EndsWith(kind, StringComparison.OrdinalIgnoreCase))
                return name[..^(kind.Length + 1)].TrimEnd();
        return null;
    }

    /// <summary>Without a bracket or the name of a salt at its end; null where it has none.</summary>
    private static string? Shortened(string name)
    {
        var trimmed = name.TrimEnd();
        var bracket = trimmed.LastIndexOf(" (", StringComparison.Ordinal);
        if (bracket > 0 && trimmed.EndsWith(')')) return trimmed[..bracket];
        foreach (var solvent in Solvents)
            if (trimmed.Length > solvent.Length && trimmed.EndsWith(solvent, StringComparison.OrdinalIgnoreCase))
                return trimmed[..^solvent.Length].TrimEnd();
        var blank = trimmed.LastIndexOf(' ');
        if (blank <= 0) return null;
        var salt = trimmed[(blank + 1)..];
        if (salt.Length > 2 && salt[1] == '-') salt = salt[2..]; // which mirror image of the acid: S-malate, L-tartrate
        return Salts.Contains(salt, StringComparer.OrdinalIgnoreCase) ? trimmed[..blank] : null;
    }
}
