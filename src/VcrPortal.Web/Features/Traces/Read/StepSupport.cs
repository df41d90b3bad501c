using System.Globalization;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>How well a step is supported, from contradicted to measured in this cell: the order by which the weakest step is found. What a
/// check left open says less than what nothing tests, and whatever is supported is stronger than all that is not.</summary>
internal static class StepSupport
{
    /// <summary>Only the order counts.</summary>
    public static int For(ClaimSheet sheet, NodeId step) => sheet.Find(step)?.Mark switch
    {
        ClaimMark.Supported or ClaimMark.Elsewhere => 5 + (int)(sheet.Judgements.OfAction(step).Strength ?? 0),
        ClaimMark.SameSource => 4,
        ClaimMark.Undetermined or ClaimMark.Dependent => 2,
        ClaimMark.Disputed => 1,
        ClaimMark.Refuted => 0,
        _ => 3,
    };

    /// <summary>Why the weakest step is that, as the end of a sentence; empty where there is none.</summary>
    /// <param name="alike">Steps that stand as it does, itself among them.</param>
    public static string Why(ClaimMark? mark, int alike)
    {
        if (mark is not { } weakest) return "";
        var why = weakest switch
        {
            ClaimMark.Refuted => "for a measurement contradicts it",
            ClaimMark.Disputed => "for an independent source disputes it",
            ClaimMark.Undetermined => "for its checks found no data",
            ClaimMark.Dependent => "for what supports it rests on a claim that is not supported",
            ClaimMark.SameSource => "for only the database that it was written from has it",
            ClaimMark.Elsewhere => "for only data from other cells or compounds support it",
            ClaimMark.Supported => "for the others are measured in this cell",
            _ => "for no test is available for it",
        };
        return alike > 1 ? string.Create(CultureInfo.InvariantCulture, $"{why}, the first of {alike} such steps") + "."
            : why + ".";
    }
}
