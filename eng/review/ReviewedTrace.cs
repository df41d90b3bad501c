using System.Collections.Immutable;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Review;

/// <summary>One answer of the embedded engine, whole.</summary>
internal sealed record ReviewedTrace(string Compound, string Line, string Report, string Text, ImmutableArray<Verdict> Verdicts)
{
    public ActionGraph Graph { get; } = ExplanationReader.Read(Text).Graph;

    public static async Task<ReviewedTrace> AskAsync(ITraceGenerator engine, string compound, string line)
    {
        var record = new PerturbationRecord([new(line)], [new(PerturbationKind.Chemical, compound)]);
        var (report, text, verdicts) = ("", "", ImmutableArray.CreateBuilder<Verdict>());
        await foreach (var e in engine.GenerateAsync(new(record, KeepDeltas: false), GenerationState.Empty, CancellationToken.None))
            switch (e)
            {
                case GenerationEvent.ReportDelta delta: report += delta.Text; break;
                case GenerationEvent.RevisionWritten written: text = written.Text; break;
                case GenerationEvent.VerdictReached { Verdict: var verdict }: verdicts.Add(verdict); break;
            }
        return new(compound, line, report, text, verdicts.ToImmutable());
    }

    public async Task PrintAsync(TextWriter output)
    {
        await output.WriteLineAsync($"# {Compound} in {Line}\n\nTrace: `{Graph.RevisionHash}`\n\n{Report}\n```\n{Text}\n```\n");
        foreach (var problem in Graph.Problems()) await output.WriteLineAsync($"- {problem.Severity}: {problem.Message}");
        foreach (var verdict in Verdicts)
            await output.WriteLineAsync(
                $"- {verdict.Kind}{(verdict.SameSource ? ", same source" : "")}, {verdict.Verifier}, "
                + $"{verdict.Claim.Action}{(verdict.Claim.EdgeTarget is { } target ? $" to {target}" : "")}"
                + $"{(verdict.Claim.Member is { } member ? $" {member}" : "")}: {verdict.Reason}");
        await output.WriteLineAsync();
    }
}
