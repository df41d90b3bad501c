using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Pages.Vocabulary;

/// <summary>One proposal of a primitive: what it is, what it would change, who is for it, and the decision.</summary>
public sealed partial class ProposalPage
{
    private ProposalView? _view;
    private DryRunReport? _dry;
    private ImmutableArray<string> _problems = [];

    [Inject] private ReadProposals Proposals { get; set; } = null!;
    [Inject] private VoteOnProposal Vote { get; set; } = null!;
    [Inject] private CommentOnProposal Comment { get; set; } = null!;
    [Inject] private DecideProposal Decide { get; set; } = null!;
    [Inject] private DryRunProposal DryRun { get; set; } = null!;
    [Inject] private VocabularyInUse Vocabulary { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public int Number { get; set; }
    [SupplyParameterFromForm(FormName = "vote")] private string? Side { get; set; }
    [SupplyParameterFromForm(FormName = "comment")] private string? Said { get; set; }
    [SupplyParameterFromForm(FormName = "decline")] private string? Why { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private Caller Caller => Caller.From(Request.User);
    private CancellationToken Aborted => Request.RequestAborted;
    private bool IsOpen => _view!.Item.State == ProposalState.Open;

    private IEnumerable<(ActionPrimitive Primitive, double Nearness)> Closest =>
        ClosestPrimitives.To($"{_view!.Item.Name} {_view.Item.Definition}", Vocabulary.Now, 4)
            .Where(c => c.Primitive.Name != _view.Item.Name).Take(3);

    protected override async Task OnInitializedAsync()
    {
        _view = await Proposals.FindAsync(Number, Caller, Aborted);
        if (_view is null) Navigation.NotFound();
    }

    private async Task VoteAsync() => Show(await Vote.RunAsync(
        Number, Side switch { "for" => true, "against" => false, _ => null }, Caller, Aborted));

    private async Task CommentAsync() => Show(await Comment.RunAsync(Number, Said, Caller, Aborted));

    private async Task AcceptAsync() => Show(await Decide.AcceptAsync(Number, Caller, Aborted));

    private async Task DeclineAsync() => Show(await Decide.DeclineAsync(Number, Why, Caller, Aborted));

    private async Task DryRunAsync() => _dry = await DryRun.RunAsync(Number, Caller, Aborted);

    private void Show(ProposalOutcome outcome)
    {
        if (outcome is ProposalOutcome.Done) Navigation.SeeOther(Request, PortalUrls.Proposal(Number));
        else _problems = outcome is ProposalOutcome.Invalid(var problems) ? problems
            : ["You cannot do this. Copy your text before you leave."];
    }
}
