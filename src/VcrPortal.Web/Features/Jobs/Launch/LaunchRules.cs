using System.Collections.Immutable;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Web.Features.Jobs.Launch;

/// <summary>What a record must be to become a job. Unknown names are welcome; text that no form of ours writes is not.</summary>
public static class LaunchRules
{
    public const int NameLength = 200;
    public const int SmilesLength = 2000;
    public const int TextLength = 2000;
    public const int ReportLength = 200_000;
    public const int ListLength = 50;

    public static ImmutableArray<LaunchProblem> Check(PerturbationRecord record)
    {
        var problems = ImmutableArray.CreateBuilder<LaunchProblem>();
        void Text(
            string field, string? text,
            int length)
        { if (Problem(text, length) is { } message) problems.Add(new LaunchProblem(field, message)); }

        if (record.Contexts.IsDefault || record.Perturbations.IsDefault) return [
            new LaunchProblem("record", "The record has no lists of contexts and perturbations.")];
        if (record.Contexts.Length > ListLength) problems.Add(new LaunchProblem("contexts", $"At most {ListLength} contexts."));
        if (record.Perturbations.Length > ListLength) problems.Add(
            new LaunchProblem("perturbations", $"At most {ListLength} perturbations."));
        if (!record.Perturbations.Any(Names) && string.IsNullOrWhiteSpace(record.Report))
            problems.Add(new LaunchProblem("compound", "Name a compound or a gene, or give a SMILES."));

        foreach (var p in record.Perturbations.Take(ListLength))
        {
            Text("compound", p.Name, NameLength);
            Text("smiles", p.Smiles, SmilesLength);
            Text("mechanism", p.Mechanism, TextLength);
            Text("gene", p.GeneSymbol, NameLength);
            Text("gene", p.GeneEdit, NameLength);
            Text("dose", p.Dose, NameLength);
            Text("time", p.Time, NameLength);
            if (p.StatedTargets.Length > ListLength) problems.Add(new LaunchProblem("targets", $"At most {ListLength} targets."));
            foreach (var target in p.StatedTargets.Take(ListLength)) Text("targets", target, NameLength);
        }
        foreach (var c in record.Contexts.Take(ListLength))
        {
            Text("cellLine", c.CellLine, NameLength);
            Text("disease", c.DiseaseModel, TextLength);
            Text("subtype", c.Subtype, TextLength);
            Text("description", c.Description, TextLength);
            Text("context", c.PerturbationType, NameLength);
        }
        Text("report", record.Report, ReportLength);
        return [.. problems.Distinct()];
    }

    /// <summary>The engine of this id or title; null where none is named.</summary>
    internal static AgentEngine? Find(string? name, ImmutableArray<AgentEngine> engines) => name is null ? null : engines.FirstOrDefault(
        e => e.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || e.Title.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with asking this engine; null where nothing is.</summary>
    /// <param name="engine">Null for the default one.</param>
    public static LaunchProblem? Check(PerturbationRecord record, string? engine, ImmutableArray<AgentEngine> engines)
    {
        if (engine is not null && Find(engine, engines) is null)
            return new("engine", "This way of writing is not set up here any more. Choose another one.");
        if (string.IsNullOrWhiteSpace(record.Report)) return null;
        if ((Find(engine, engines) ?? engines.FirstOrDefault()) is not { ReadsReports: false } writer) return null;
        return new("report", $"\u201c{writer.Title}\u201d does not read reports. Choose language-model agents, or leave the report empty.");
    }

    /// <summary>What is wrong with the setting of a job; null where nothing is.</summary>
    public static LaunchProblem? Check(LaunchSetting setting) => setting.RefinementSteps is >= 0 and <= LaunchSetting.MostSteps ? null
        : new("refinement", $"Refinement takes 0 to {LaunchSetting.MostSteps} steps; write 3, or 0 for none.");

    private static bool Names(Perturbation p) =>
        !string.IsNullOrWhiteSpace(p.DisplayName) || !string.IsNullOrWhiteSpace(p.Smiles)
            || p.StatedTargets.Any(t => !string.IsNullOrWhiteSpace(t));

    private static string? Problem(string? text, int length)
    {
        if (text is null) return null;
        if (text.Length > length) return $"At most {length:N0} characters; this has {text.Length:N0}.";
        if (text.Any(
            c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) return "Contains control characters. Paste it as plain text.";
        return IsWellFormed(text) ? null : "Contains half of a character. Paste it as plain text.";
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
