using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Questions;

/// <summary>Grounds a record against a knowledge base. Nothing is grounded by force: what is not known becomes a limit that the report
/// states.</summary>
public sealed partial class QuestionGrounding(KnowledgeIndex knowledge, EntityRecognizer recognizer)
{
    public Question Ground(PerturbationRecord record)
    {
        var limits = ImmutableArray.CreateBuilder<string>();
        var line = FindLine(record, limits);
        var alterations = ImmutableArray.CreateBuilder<ContextAlteration>();
        if (line is not null)
            foreach (var driver in line.Alterations)
                alterations.Add(
                    new(driver.Gene, driver.Change, driver.Effect, FactEvidence.From(line, driver)) { IsLikely = driver.IsLikely });
        alterations.AddRange(StatedAlterations(record));
        var causes = record.Perturbations.Select(p => p.Kind == PerturbationKind.Genetic ? GeneEdit(p, limits) : Chemical(p, limits));
        return new(record, [.. causes], line, alterations.ToImmutable(), limits.ToImmutable());
    }

    private CellLine? FindLine(PerturbationRecord record, ImmutableArray<string>.Builder limits)
    {
        var written = record.Contexts.Select(c => c.CellLine).FirstOrDefault(c => !string.IsNullOrWhiteSpace(c));
        if (written is null)
        {
            limits.Add("The record names no cell line, so no driver alterations are considered.");
            return null;
        }
        var match = recognizer.Match(written);
        var line = knowledge.Line(match?.Type == EntityTypes.CellLine ? match.Name : written);
        if (line is null) limits.Add(
            $"The cell line \u201c{written}\u201d is not in the installed knowledge, so its driver alterations are unknown here.");
        return line;
    }

    private Cause Chemical(Perturbation perturbation, ImmutableArray<string>.Builder limits)
    {
        var name = perturbation.DisplayName;
        var match = name.Length == 0 ? null : recognizer.Match(name);
        var compound = match?.Type == EntityTypes.Compound ? knowledge.Compound(match.Name) : null;
        var targets = ImmutableArray.CreateBuilder<DirectTarget>();
        ListedTargets? listed = null;
        if (compound is not null)
        {
            listed = ListedTargets.From(compound, knowledge.Knowledge, EffectCarriers(compound));
            targets.AddRange(listed.Targets);
            limits.AddRange(listed.Says);
            if (compound.Targets.IsEmpty) limits.Add(
                $"The installed knowledge names no target of {compound.Name}.");
        }
        else if (name.Length > 0) limits.Add($"The compound \u201c{name}\u201d is not in the installed knowledge.");
        AddStatedTargets(perturbation, name, targets, limits);
        var polarity = listed?.Polarity
            ?? (compound is { Polarity: not Polarity.Unknown } ? compound.Polarity : PolarityOf(perturbation.Mechanism));
        if (polarity == Polarity.Unknown && listed?.Polarity is null && targets.Count > 0)
            limits.Add(compound?.ContradictsItself == true
                ? $"The compound table contradicts itself: its broad class of {name} is {compound.MechanismClass}, its fine one "
                    + $"{compound.Mechanism}. So nothing is propagated from the targets."
                : $"Whether {name} raises or lowers its targets is not stated, so nothing is propagated from them.");
        return new(compound?.Name ?? name, perturbation, compound, polarity, targets.ToImmutable());
    }

    /// <summary>The record's own words for targets ("PI-3K", "MEK") count as evidence of the record, not of a database.</summary>
    private void AddStatedTargets(
        Perturbation perturbation, string name, ImmutableArray<DirectTarget>.Builder targets, ImmutableArray<string>.Builder limits)
    {
        foreach (var stated in perturbation.StatedTargets)
        {
            var entity = recognizer.Match(stated);
            if (entity is null || (entity.Type & (EntityTypes.Gene | EntityTypes.Family | EntityTypes.Complex)) == 0)
            {
                limits.Add($"The stated target \u201c{stated}\u201d names no gene, family or complex that is known here.");
                continue;
            }
            if (targets.Any(t => t.Entity == entity.Name || MembersOf(entity.Name).Contains(t.Entity))) continue;
            var fact = FactEvidence.FromRecord($"{name}: target {stated}", $"The record states {stated} as a target of {name}.");
            targets.Add(new(entity.Name, fact, CarriesEffect: true));
        }
    }

    private Cause GeneEdit(Perturbation perturbation, ImmutableArray<string>.Builder limits)
    {
        var symbol = perturbation.DisplayName;
        var match = symbol.Length == 0 ? null : recognizer.Match(symbol);
        var up = perturbation.GeneEdit is { } edit
            && (edit.Contains("over", StringComparison.OrdinalIgnoreCase) || edit.Contains("activat", StringComparison.OrdinalIgnoreCase));
        var targets = ImmutableArray.CreateBuilder<DirectTarget>();
        if (match?.Type == EntityTypes.Gene)
            targets.Add(
                new(match.Name,
                FactEvidence.FromRecord(
                $"{match.Name}: {perturbation.GeneEdit ?? "edited"}",
                $"The record states a {perturbation.GeneEdit ?? "perturbation"} of {match.Name}."), true));
        else limits.Add($"The gene \u201c{symbol}\u201d is not in the installed knowledge.");
        return new(match?.Name ?? symbol, perturbation, null, up ? Polarity.Activates : Polarity.Inhibits, targets.ToImmutable());
    }

    /// <summary>
    /// Where the mechanism names one of the targets, or a group that holds some ("MTOR inhibitor" with MTOR and FKBP1A), the effect
    /// runs through those; the others are bound, and no more is said of them.
    /// </summary>
    private ImmutableHashSet<string> EffectCarriers(Compound compound)
    {
        var named = recognizer.Recognize(compound.Mechanism)
            .SelectMany(e => e.Type == EntityTypes.Gene ? [e.Name] : MembersOf(e.Name)).ToHashSet(StringComparer.Ordinal);
        var carriers = compound.Targets.Where(named.Contains).ToImmutableHashSet(StringComparer.Ordinal);
        return carriers.IsEmpty ? compound.Targets.ToImmutableHashSet(StringComparer.Ordinal) : carriers;
    }

    private ImmutableArray<string> MembersOf(string group) => knowledge.Group(group)?.Members ?? [];

    /// <summary>"antibody" and other words say nothing of direction, and stay unknown.</summary>
    private static Polarity PolarityOf(string? mechanism) => mechanism?.ToLowerInvariant() switch
    {
        null => Polarity.Unknown,
        var m when m.Contains("degrader") => Polarity.Degrades,
        var m when m.Contains("inhibitor") || m.Contains("antagonist") || m.Contains("blocker") => Polarity.Inhibits,
        var m when m.Contains("activator") || m.Contains("agonist") => Polarity.Activates,
        _ => Polarity.Unknown,
    };

    /// <summary>"CRISPR knockdown of the PTEN gene", "siRNA inhibition of APC expression", "gain-of-function expression of BRAF
    /// V600E".</summary>
    private IEnumerable<ContextAlteration> StatedAlterations(PerturbationRecord record)
    {
        foreach (var description in record.Contexts.Select(c => c.Description).OfType<string>())
        {
            var lost = LossPattern().Match(description);
            var gained = GainPattern().Match(description);
            var written = lost.Success ? lost.Groups["gene"].Value : gained.Success ? gained.Groups["gene"].Value : null;
            if (written is null || recognizer.Match(written) is not { Type: EntityTypes.Gene } gene) continue;
            var change = gained.Success && gained.Groups["change"].Success ? gained.Groups["change"].Value : null;
            yield return new(gene.Name, change, lost.Success ? AlterationEffect.LossOfFunction : AlterationEffect.GainOfFunction,
                FactEvidence.FromRecord($"Context: {description}", $"The record describes the cell's context as: {description}."));
        }
    }

    [GeneratedRegex(
        @"\b(?:knock-?(?:down|out)|inhibition) of (?:the )?(?<gene>[\w-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LossPattern();

    [GeneratedRegex(
        @"\bgain-of-function expression of (?<gene>[\w-]+)(?: (?<change>[A-Z]\d+[A-Z]))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GainPattern();
}
