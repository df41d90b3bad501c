using System.Text.Json;
using System.Text.Json.Serialization;

namespace VcrPortal.Generation.Verifiers.DrugTargets;

/// <summary>The two numbers of Boltz-2's <c>affinity_*.json</c>; what else stands there is passed over.</summary>
internal sealed record BoltzNumbers(
    [property: JsonPropertyName("affinity_probability_binary")] double? Probability,
    [property: JsonPropertyName("affinity_pred_value")] double? LogMicromolar)
{
    /// <summary>Null where the text has no probability from 0 to 1.</summary>
    public static PredictedAffinity? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<BoltzNumbers>(json) is { Probability: >= 0 and <= 1 } read
                ? new(read.Probability.Value, read.LogMicromolar is { } value && double.IsFinite(value) ? value : null) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
