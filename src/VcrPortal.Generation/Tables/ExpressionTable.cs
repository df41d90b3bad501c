using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VcrPortal.Generation.Tables;

/// <summary>Measured: fold changes with adjusted p values. Labelled: changed or not, up or down. Predicted: never refutes, and is always
/// called predicted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExpressionTableKind>))]
public enum ExpressionTableKind { Measured, Labelled, Predicted }

/// <summary>One installed table of differential expression.</summary>
/// <param name="Source">The source as verdicts name it: <c>PerturbQA</c>.</param>
/// <param name="Name">The file that it came from, without its ending.</param>
/// <param name="IsSynthetic">Made up for measurements; whatever rests on it says so.</param>
public sealed record ExpressionTable(string Name, string Source, string Version, ExpressionTableKind Kind, bool IsSynthetic, long Rows)
{
    /// <summary>What its file may have wrong, as sentences: dates that were genes, opposite signs.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The source that every row of a made-up table names, in verdicts and wherever they are shown.</summary>
    public const string Synthetic = "Made up";

    /// <summary>"PerturbQA k562-dir", with a warning where one is due.</summary>
    public string Title =>
        $"{(IsSynthetic ? "Synthetic table: " : Kind == ExpressionTableKind.Predicted ? "Predicted: " : "")}{Source} {Name}";
}

/// <summary>A gene that a perturbation moved: labelled so, or significantly.</summary>
public sealed record MovedGene(ExpressionTable Table, string Perturbation, string Gene, bool IsUp);

/// <summary>What a table says of one gene under one perturbation in one context. What its kind does not have is null.</summary>
/// <param name="Log2FoldChange">Against the control.</param>
/// <param name="Adjusted">The adjusted p value; null where the gene was not tested.</param>
/// <param name="IsChanged">A label: differentially expressed or not.</param>
/// <param name="IsUp">A label: up or down.</param>
/// <param name="Dose">In µM; of several the highest.</param>
/// <param name="Plates">How many plates have a row; the one with most treated cells is told.</param>
public sealed record ExpressionRow(
    ExpressionTable Table, string Context, string Perturbation, string Gene, double? Log2FoldChange, double? Adjusted, bool? IsChanged,
        bool? IsUp, double? Dose, long Plates);
