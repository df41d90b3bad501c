using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Review.Judge;

/// <summary>Turns answers into rows.</summary>
internal static class JudgementRows
{
    /// <summary>The claims of a revision with the primitive of each.</summary>
    public static async Task<FrozenDictionary<string, string>> ClaimsAsync(
        this GraphCache graphs, PortalDb db, int trace, int revision, CancellationToken ct)
    {
        var text = await db.TraceRevisions.Where(r => r.TraceNumber == trace && r.Revision == revision)
            .Select(r => new { r.Hash, r.Text }).SingleAsync(ct);
        return ReviewRules.ClaimsOf(graphs.Read(text.Hash, text.Text).Graph)
            .ToFrozenDictionary(c => c.Claim, c => c.Action.Name, StringComparer.Ordinal);
    }

    /// <param name="answer">Checked.</param>
    public static JudgementRow ToRow(
        this ClaimAnswer answer, ReviewRow review, Caller caller, JudgementStep step, string primitive, DateTime now) => new()
        {
            TraceNumber = review.TraceNumber,
            Revision = review.Revision,
            AccountKey = caller.Key,
            Claim = answer.Claim,
            Step = step,
            Primitive = primitive.Fit(100),
            Answer = answer.Answer!.Value,
            Reason = answer.Answer is Answer.DoesNotHold or Answer.HoldsInPart ? answer.Reason : null,
            Note = string.IsNullOrWhiteSpace(answer.Note) ? null : answer.Note.Trim(),
            At = now,
        };
}
