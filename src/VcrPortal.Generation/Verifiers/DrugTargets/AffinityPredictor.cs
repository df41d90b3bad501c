using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Verifiers.DrugTargets;

/// <param name="Probability">Boltz-2's <c>affinity_probability_binary</c>, 0 to 1.</param>
/// <param name="LogMicromolar">Boltz-2's <c>affinity_pred_value</c>: log10 of the IC50 in µM; nM = 10^(value + 3).</param>
public sealed record PredictedAffinity(double Probability, double? LogMicromolar);

/// <summary>Predicts whether a compound binds a protein. Null: it cannot say (no sequence, no structure, not reachable).</summary>
public interface IAffinityPredictor
{
    string Name { get; }

    Task<PredictedAffinity?> PredictAsync(string compoundName, Compound? compound, string target, CancellationToken ct);
}

/// <summary>
/// A service in front of Boltz-2 that holds the protein sequences: <c>POST predict {"compound","id","target"}</c> answers with the two
/// numbers of Boltz-2's <c>affinity_*.json</c>, or 404 when it has no sequence.
/// </summary>
public sealed class BoltzService(HttpClient http) : IAffinityPredictor
{
    public string Name => "Boltz-2";

    public async Task<PredictedAffinity?> PredictAsync(string compoundName, Compound? compound, string target, CancellationToken ct)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync("predict", new Question(compoundName, compound?.Id?.ToString(), target), ct);
            if (answer.StatusCode == HttpStatusCode.NotFound || !answer.IsSuccessStatusCode) return null;
            var read = await answer.Content.ReadFromJsonAsync<Answer>(ct);
            return read is { Probability: >= 0 and <= 1 } ? new(read.Probability.Value, read.LogMicromolar) : null;
        }
        catch (Exception failure) when (
            failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private sealed record Question(string Compound, string? Id, string Target);

    private sealed record Answer(
        [property: JsonPropertyName("affinity_probability_binary")] double? Probability,
        [property: JsonPropertyName("affinity_pred_value")] double? LogMicromolar);
}
