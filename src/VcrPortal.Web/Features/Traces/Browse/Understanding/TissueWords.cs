using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>What people call tissues and the diseases of them. The installed tables of cell lines name a tissue and no disease, so a
/// disease is read as its tissue, and the reader is told so.</summary>
internal static class TissueWords
{
    /// <summary>Other names of the tissues of Tahoe-100M's table of cell lines.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> Others { get; } = Fold(
        ("Bowel", ["colon", "colorectal", "rectum", "intestine", "large intestine"]),
        ("CNS/Brain", ["brain", "CNS", "central nervous system", "nervous system"]),
        ("Esophagus/Stomach", ["stomach", "gastric", "esophagus", "oesophagus"]),
        ("Bladder/Urinary Tract", ["bladder", "urinary tract", "urothelial"]),
        ("Ovary/Fallopian Tube", ["ovary", "ovarian", "fallopian tube"]),
        ("Pancreas", ["pancreatic"]),
        ("Liver", ["hepatic"]),
        ("Kidney", ["renal"]),
        ("Breast", ["mammary"]),
        ("Cervix", ["cervical"]),
        ("Uterus", ["endometrium", "uterine", "endometrial"]),
        ("Peripheral Nervous System", ["autonomic ganglia"]));

    /// <summary>Diseases by the tissue in which they arise.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> Diseases { get; } = Fold(
        ("Skin", ["melanoma", "skin cancer", "cutaneous melanoma", "malignant melanoma"]),
        ("Lung", ["lung cancer", "lung adenocarcinoma", "non-small cell lung cancer", "NSCLC", "small cell lung cancer", "SCLC",
            "lung carcinoma"]),
        ("Bowel", ["colon cancer", "colorectal cancer", "bowel cancer", "colon adenocarcinoma", "colorectal carcinoma", "CRC"]),
        ("Pancreas", ["pancreatic cancer", "pancreatic adenocarcinoma", "pancreatic ductal adenocarcinoma", "PDAC",
            "pancreatic carcinoma"]),
        ("Breast", ["breast cancer", "breast carcinoma", "triple negative breast cancer", "TNBC"]),
        ("Liver", ["liver cancer", "hepatocellular carcinoma", "hepatoblastoma", "hepatoma", "HCC"]),
        ("CNS/Brain", ["glioma", "glioblastoma", "brain cancer", "brain tumour", "brain tumor", "astrocytoma", "neuroglioma"]),
        ("Esophagus/Stomach", ["gastric cancer", "stomach cancer", "gastric carcinoma", "oesophageal cancer", "esophageal cancer"]),
        ("Bladder/Urinary Tract", ["bladder cancer", "bladder carcinoma", "urothelial carcinoma"]),
        ("Kidney", ["kidney cancer", "renal cell carcinoma", "renal cancer", "RCC"]),
        ("Ovary/Fallopian Tube", ["ovarian cancer", "ovarian carcinoma"]),
        ("Cervix", ["cervical cancer"]),
        ("Prostate", ["prostate cancer"]),
        ("Uterus", ["endometrial cancer", "uterine cancer"]),
        ("Peripheral Nervous System", ["neuroblastoma"]));

    private static FrozenDictionary<string, ImmutableArray<string>> Fold(params ReadOnlySpan<(string Tissue, string[] Words)> rows)
    {
        var byWord = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (tissue, words) in rows)
            foreach (var word in words)
                byWord[NameFolding.Fold(word)] = [tissue, word];
        return byWord.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
