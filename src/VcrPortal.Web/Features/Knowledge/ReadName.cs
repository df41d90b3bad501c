using System.Globalization;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Web.Features.Knowledge;

public enum NameKind { Compound, CellLine, Gene }

/// <summary>What a name means here that somebody wrote.</summary>
/// <param name="Name">The name as the knowledge writes it; null where it is not known.</param>
/// <param name="Nearest">What may be meant by an unknown name; null where nothing is written alike.</param>
/// <param name="Sentence">What is known of it, or that nothing is.</param>
public sealed record NameMeaning(string? Name, string? Nearest, string Sentence);

/// <summary>Names as people write them, before anything is launched: "a375" is A-375, "C32 melanoma" is C32.</summary>
public sealed class ReadName(KnowledgeIndex names)
{
    /// <returns>Null of an empty name, and of one that is too long to be any.</returns>
    public NameMeaning? Run(NameKind kind, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > SuggestNames.TextLength) return null;
        var name = typed.Trim();
        return kind switch
        {
            NameKind.Compound => names.Compound(name) is { } compound ? Known(compound) : Unknown(name, names.NearestCompound(name)?.Name),
            NameKind.CellLine => names.Line(name) is { } line ? Known(line)
                : Unknown(name, names.NearestLine(name)?.Name, "no mutation of it will count"),
            _ => names.Gene(name) is { } gene ? new(gene.Symbol, null, $"{gene.Symbol}{Id(gene.Id?.ToString())} is known.")
                : Unknown(name, names.NearestGene(name)?.Symbol),
        };
    }

    private static NameMeaning Known(Compound compound) =>
        new(compound.Name, null, $"{compound.Name}{Id(compound.Id?.ToString())}: {Mechanism(compound)} {Targets(compound)}");

    private static string Mechanism(Compound compound) =>
        compound.Mechanism is { Length: > 0 } mechanism ? mechanism.TrimEnd('.') + "." : "no mechanism is known.";

    private static string Targets(Compound compound) => compound.Targets.IsEmpty
        ? "No target is known, so the answer will be short." : $"Targets: {string.Join(", ", compound.Targets)}.";

    private static NameMeaning Known(CellLine line)
    {
        var place = line.Organ.Length > 0 ? $"{line.Organ}. " : "";
        var altered = line.Alterations.IsEmpty ? "No driver mutation is known."
            : $"Mutations: {string.Join(", ", line.Alterations.Select(Word).Distinct())}.";
        return new(line.Name, null, $"{line.Name}{Id(line.Id.ToString())}: {place}{altered}");
    }

    private static string Word(DriverAlteration altered) => altered switch
    {
        { Change: { } change } => $"{altered.Gene} {change}",
        { Effect: AlterationEffect.LossOfFunction } => $"{altered.Gene} loses function",
        { Effect: AlterationEffect.GainOfFunction } => $"{altered.Gene} gains function",
        _ => altered.Gene,
    };

    /// <param name="loss">What that means for the answer.</param>
    private static NameMeaning Unknown(string typed, string? nearest, string? loss = null) => new(null, nearest,
        string.Create(CultureInfo.InvariantCulture, $"We do not know “{typed}”{(loss is null ? "" : $": {loss}")}.")
        + (nearest is null ? "" : $" Did you mean {nearest}?"));

    private static string Id(string? id) => id is null ? "" : $" ({id})";
}
