namespace VcrPortal.Reasoning.Verification;

/// <summary>Claims by verdict, in the one fixed order. A claim counts once, by its independent verdicts; <see cref="SameSource"/> are those
/// with none but same-source ones.</summary>
public sealed record VerdictCounts(int Supported, int Refuted, int Undetermined, int NotTestable, int SameSource)
{
    public int Claims => Supported + Refuted + Undetermined + NotTestable + SameSource;
    /// <summary>Claims that independent data could judge.</summary>
    public int Judged => Supported + Refuted;
}
