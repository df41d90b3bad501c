namespace VcrPortal.Generation.Verifiers.DrugTargets;

/// <param name="Probability">Boltz-2's <c>affinity_probability_binary</c>, 0 to 1.</param>
/// <param name="LogMicromolar">Boltz-2's <c>affinity_pred_value</c>: log10 of the IC50 in µM; nM = 10^(value + 3).</param>
public sealed record PredictedAffinity(double Probability, double? LogMicromolar);

/// <summary>Whether a compound binds a protein, as a predictor is asked.</summary>
/// <param name="Compound">The compound as the explanation writes it.</param>
/// <param name="Id">Its CURIE, where the knowledge has one.</param>
/// <param name="Smiles">Its structure, where the record or the knowledge has one.</param>
/// <param name="Target">A gene's symbol.</param>
public sealed record AffinityQuestion(string Compound, string? Id, string? Smiles, string Target);

/// <summary>What a predictor said.</summary>
/// <param name="Predicted">Null where it cannot say.</param>
/// <param name="Why">Why it cannot: one sentence.</param>
public readonly record struct AffinityAnswer(PredictedAffinity? Predicted, string? Why)
{
    public static implicit operator AffinityAnswer(PredictedAffinity predicted) => new(predicted, null);

    public static AffinityAnswer CannotSay(string why) => new(null, why);
}

/// <summary>Predicts whether a compound binds a protein. It never fails: what is in its way is a sentence.</summary>
public interface IAffinityPredictor
{
    string Name { get; }

    /// <summary>Whether it asks a service outside of this process.</summary>
    bool UsesNetwork { get; }

    Task<AffinityAnswer> PredictAsync(AffinityQuestion question, CancellationToken ct);
}
