using Blazor.Diagrams.Core.Geometry;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui.GraphBoard;

namespace VcrPortal.Web.Tests.Ui.GraphBoard;

public class DraftBoardTests
{
    private static readonly GraphDraft Draft = GraphDraft.From(ExplanationReader.Read(Samples.Text).Graph);

    [Fact]
    public async Task BoardThatIsOnlyRead_DrawsNoPort_DeletesNothing_AndTellsOfMoves()
    {
        var edits = new List<DraftEdit>();
        var board = new DraftBoard(mayEdit: false) { Edited = edits.Add };
        board.Show(Draft, Drawn);
        var card = board.Diagram.Nodes.OfType<ClaimNodeModel>().First();
        Assert.False(card.TakesLinks);
        Assert.False(await board.Diagram.Options.Constraints.ShouldDeleteNode(card));
        Assert.False(await board.Diagram.Options.Constraints.ShouldDeleteLink(board.Diagram.Links.First()));
        card.SetPosition(5, 7);
        card.TriggerMoved();
        var move = Assert.IsType<DraftEdit.Move>(Assert.Single(edits));
        Assert.Equal(new BoardPlace(5, 7), move.To[card.ClaimId]);
    }

    [Fact]
    public void Fit_ShowsTheWholeGraph_AndEnlargesNothing()
    {
        var board = new DraftBoard();
        board.Show(Draft, Drawn);
        board.Diagram.SetContainer(new Rectangle(new Point(0, 0), new Size(200, 200)));
        board.Fit();
        var last = board.Diagram.Nodes.Max(n => n.Position.Y + n.Size!.Height);
        Assert.InRange(last * board.Diagram.Zoom + board.Diagram.Pan.Y, 0, 200);
        board.Diagram.SetContainer(new Rectangle(new Point(0, 0), new Size(5000, 5000)));
        board.Fit();
        Assert.Equal(1, board.Diagram.Zoom);
    }

    private static DrawnClaim Drawn(ActionNode node) => new(node, "verb", "main", "c-interaction", null, null);
}
