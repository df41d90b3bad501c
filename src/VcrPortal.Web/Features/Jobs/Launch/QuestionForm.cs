using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Launch;

/// <summary>The launch form as it was typed. Everything may be missing or hostile.</summary>
public sealed class QuestionForm
{
    public const string CompoundKind = "compound";
    public const string GeneKind = "gene";
    public static IReadOnlyList<string> GeneEdits { get; } = ["knockout", "knockdown", "overexpression"];

    public string? Kind { get; set; } = CompoundKind;
    public string? Compound { get; set; }
    public string? Gene { get; set; }
    public string? GeneEdit { get; set; } = GeneEdits[0];
    public string? CellLine { get; set; }
    public string? Dose { get; set; }
    public string? Time { get; set; }
    /// <summary>The way of writing; null for the default one.</summary>
    public string? Way { get; set; }
    /// <summary>The model that it uses, where it needs one.</summary>
    public string? Model { get; set; }
    /// <summary>Edits that may be tried where a check speaks against a claim; null for the usual number.</summary>
    public int? Refinement { get; set; }
    /// <summary>Somebody's report, to be turned into claims.</summary>
    public string? Report { get; set; }
    /// <summary>For whoever launches it and those they invite only.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>The job that it is forked from; null for a question of its own.</summary>
    public int? Origin { get; set; }

    /// <summary>Whoever asks was told that a name is not known, and asks anyway.</summary>
    public bool AcceptsUnknown { get; set; }

    // Shown as text in a page, where Razor encodes it: µ may stay µ.
    private static readonly JsonSerializerOptions Indented =
        new()
        {
            WriteIndented = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
        };

    public bool IsGene => Kind == GeneKind;

    /// <summary>Filled in from a record. What the form has no field for is left out; <see cref="Holds"/> tells.</summary>
    public static QuestionForm From(PerturbationRecord record)
    {
        var asked = record.Perturbations.FirstOrDefault();
        var isGene = asked is { Kind: PerturbationKind.Genetic };
        return new()
        {
            Kind = isGene ? GeneKind : CompoundKind,
            Compound = isGene ? null : asked?.Name,
            Gene = isGene ? asked!.DisplayName : null,
            GeneEdit = asked?.GeneEdit ?? GeneEdits[0],
            CellLine = record.Contexts.FirstOrDefault()?.CellLine,
            Dose = asked?.Dose,
            Time = asked?.Time,
            Report = record.Report,
        };
    }

    /// <summary>Whether the form says all that a record says.</summary>
    public bool Holds(PerturbationRecord record) => PortalJson.Write(ToRecord()) == PortalJson.Write(record with { Index = 0 });

    /// <summary>The record that is sent. A quantity that cannot be read is left out of it.</summary>
    public PerturbationRecord ToRecord()
    {
        var (dose, time) = (Readable(Dose, WrittenQuantity.IsDose), Readable(Time, WrittenQuantity.IsTime));
        var perturbation = IsGene
            ? new Perturbation(PerturbationKind.Genetic, GeneSymbol: Typed(Gene), GeneEdit: Typed(GeneEdit) ?? GeneEdits[0], Time: time)
            : new Perturbation(PerturbationKind.Chemical, Name: Typed(Compound), Dose: dose, Time: time);
        return new([new CellContext(CellLine: Typed(CellLine))], [perturbation], Report: Typed(Report));
    }

    /// <summary>The record in VCR-Agent's words, without what is empty. js/launch.js shows the same while somebody types.</summary>
    public string ToPreview()
    {
        var record = ToRecord();
        var (context, perturbation) = (record.Contexts[0], record.Perturbations[0]);
        return JsonSerializer.Serialize(new
        {
            context = new { cell_type = context.CellLine },
            perturbations = new[]
            {
                new
                {
                    type = IsGene ? "genetic" : "chemical", name = perturbation.Name, gene_symbol = perturbation.GeneSymbol,
                        gene_edit = perturbation.GeneEdit,
                    dose = perturbation.Dose, time = perturbation.Time,
                },
            },
        }, Indented);
    }

    /// <summary>What only this form can know to be wrong; the rest is the launch's own business.</summary>
    public IEnumerable<LaunchProblem> Problems()
    {
        if (IsGene && Typed(Gene) is null) yield return new("gene", "Name a gene, for example TP53.");
        if (!IsGene && Typed(Compound) is null) yield return new("compound", "Name a compound, for example Binimetinib.");
        if (!IsGene && Typed(Dose) is { } dose && !WrittenQuantity.IsDose(dose)) yield return new(
            "dose", "Write a number above 0 with nM, µM or uM, for example 5 µM.");
        if (Typed(Time) is { } time && !WrittenQuantity.IsTime(time)) yield return new(
            "time", "Write a number above 0 with min, h or d, for example 24 h.");
    }

    private static string? Readable(string? text, Func<string, bool> isReadable) =>
        Typed(text) is { } typed && isReadable(typed) ? typed : null;

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
