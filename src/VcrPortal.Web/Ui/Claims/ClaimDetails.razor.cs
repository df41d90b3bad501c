using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>One claim in full: arguments, definition, verdict ledger, evidence, neighbours.</summary>
public partial class ClaimDetails
{
    [Parameter, EditorRequired] public ClaimRow Row { get; set; } = null!;
    [Parameter, EditorRequired] public ClaimSheet Sheet { get; set; } = null!;
    /// <summary>The evidence items that the claim was written from.</summary>
    [Parameter] public IReadOnlyList<EvidenceItem> Cited { get; set; } = [];
    [Parameter] public string Page { get; set; } = "";
    [Parameter] public bool IsFinal { get; set; } = true;
    /// <summary>Shown while no claim is chosen.</summary>
    [Parameter] public bool IsDefault { get; set; }

    /// <summary>Below the verdict: what people think of the claim, and its own address.</summary>
    [Parameter] public RenderFragment? Head { get; set; }

    /// <summary>What the page has to say or to offer about this claim besides.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>The first contradicted or disputed claim among its causes, for a claim that is not judged itself.</summary>
    private ClaimRow? Undermined => Row.Mark is ClaimMark.Refuted or ClaimMark.Disputed or ClaimMark.Supported || Row.Node.IsContext ? null
        : Sheet.Graph.Ancestors(Row.Id).Select(Sheet.Find).OfType<ClaimRow>().Where(r => r.Mark is ClaimMark.Refuted or ClaimMark.Disputed)
            .OrderByDescending(r => r.Mark).ThenBy(r => r.Number)
            .FirstOrDefault();

    private RenderFragment? Judged(CausalEdge edge) =>
        Sheet.EdgeMarks.GetValueOrDefault(edge) is var mark && mark is ClaimMark.Pending or ClaimMark.NotTestable ? null : builder =>
    {
        builder.OpenComponent<VerdictBadge>(0);
        builder.AddComponentParameter(1, nameof(VerdictBadge.Mark), mark);
        builder.CloseComponent();
    };
}
