using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Sources.Http.Asking;

namespace VcrPortal.Generation.Verifiers.DrugTargets;

/// <summary>
/// A service in front of Boltz-2 that holds the protein sequences: <c>POST predict {"compound","id","target"}</c> answers with the two
/// numbers of Boltz-2's <c>affinity_*.json</c>, or 404 when it has no sequence.
/// </summary>
public sealed class BoltzService(SourceClient client) : IAffinityPredictor
{
    public const string ServiceName = "Boltz-2";

    public string Name => ServiceName;
    public bool UsesNetwork => true;

    public async Task<AffinityAnswer> PredictAsync(AffinityQuestion question, CancellationToken ct)
    {
        var asked = SourceQuestion.PostJson(
            "predict", new { compound = question.Compound, id = question.Id, smiles = question.Smiles, target = question.Target });
        try
        {
            return await client.AskAsync(asked with { MayBeAbsent = true }, Read, ct) is { } answer ? answer.Value
                : AffinityAnswer.CannotSay($"{ServiceName} has no sequence of {question.Target}.");
        }
        catch (SourceUnavailableException failure)
        {
            return AffinityAnswer.CannotSay($"{ServiceName}: {failure.Message}");
        }
    }

    private static PredictedAffinity Read(string text) => BoltzNumbers.Read(text) ?? throw new FormatException("No probability.");
}
