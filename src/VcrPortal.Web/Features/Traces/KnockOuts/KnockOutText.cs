using System.Globalization;
using VcrPortal.Reasoning.KnockOut;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.KnockOuts;

/// <summary>A knock-out in sentences.</summary>
internal static class KnockOutText
{
    /// <summary>Assumptions that a sentence names; of more it says how many.</summary>
    private const int MostNamed = 4;

    public static string Assumed(KnockOut knockOut) => knockOut.Assumed.Length <= MostNamed
        ? $"Assumed false: {string.Join(", ", knockOut.Assumed.Select(Name))}."
        : string.Create(CultureInfo.InvariantCulture, $"{knockOut.Assumed.Length} parts are assumed false.");

    public static string Name(Assumption assumption) => assumption switch
    {
        Assumption.Action action => action.Id.Value,
        Assumption.Edge edge => $"{edge.From} → {edge.To}",
        Assumption.Evidence evidence => string.Create(CultureInfo.InvariantCulture, $"evidence {evidence.Number}"),
        Assumption.Source source => $"all of {source.Name}",
        _ => "",
    };

    /// <summary>"1 of 3 conclusions loses all support, 2 keep another path."</summary>
    public static string Outcome(Consequences consequences)
    {
        var (all, lost, kept) = (
            consequences.Conclusions.Length, Count(consequences, ConclusionFate.LosesSupport),
            Count(consequences, ConclusionFate.KeepsAnotherPath));
        return (all, lost, kept) switch
        {
            (0, _, _) => "The trace has no conclusion.",
            (_, 0, 0) => "No conclusion rests on it.",
            (_, 0, _) => $"No conclusion loses its support: {OfAll(kept, all)} {(kept == 1 ? "keeps" : "keep")} another path.",
            (_, _, 0) => $"{OfAll(lost, all)} {(lost == 1 ? "loses" : "lose")} all support.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{OfAll(lost, all)} {(lost == 1 ? "loses" : "lose")} all support, {kept} {(kept == 1 ? "keeps" : "keep")} another path."),
        };
    }

    private static string OfAll(int some, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{some} of {all} {(all == 1 ? "conclusion" : "conclusions")}");

    public static string For(ConclusionFate fate) => fate switch
    {
        ConclusionFate.LosesSupport => ClaimStanding.Falls.Word(),
        ConclusionFate.KeepsAnotherPath => ClaimStanding.KeepsAnotherPath.Word(),
        ConclusionFate.NeverSupported => "had no support before",
        _ => "stands as before",
    };

    private static int Count(Consequences consequences, ConclusionFate fate) => consequences.Conclusions.Count(c => c.Fate == fate);
}
