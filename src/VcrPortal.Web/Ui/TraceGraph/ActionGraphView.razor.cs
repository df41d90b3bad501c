using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Ui.TraceGraph;

/// <summary>Draws a sheet at the places that a layout gave it.</summary>
public partial class ActionGraphView
{
    [Parameter, EditorRequired] public ClaimSheet Sheet { get; set; } = null!;
    [Parameter, EditorRequired] public GraphLayout Layout { get; set; } = null!;
    /// <summary>The page's own address, put before every <c>#n5</c>: the document has a base address, against which a bare fragment would
    /// resolve.</summary>
    [Parameter] public string Page { get; set; } = "";
    /// <summary>The claims carry the ids <c>n5</c>, the links <c>e:n2>n5</c>; false where the page's details of them do.</summary>
    [Parameter] public bool OwnsAnchors { get; set; } = true;
    [Parameter] public NodeId? Selected { get; set; }
    /// <summary>Claims that have just arrived: they ring once.</summary>
    [Parameter] public IReadOnlySet<NodeId>? Fresh { get; set; }
    /// <summary>The reason of each verdict beside its claim, where there is room.</summary>
    [Parameter] public bool ShowReasons { get; set; }
    [Parameter] public bool ShowZones { get; set; } = true;
    /// <summary>False where the page puts a <see cref="GraphBar"/> elsewhere inside of the <c>data-graph-scope</c> around it.</summary>
    [Parameter] public bool HasBar { get; set; } = true;
    /// <summary>The claim with the least support on the ways to a conclusion; null where there is none,
    /// or a link is the weakest step.</summary>
    [Parameter] public NodeId? Weakest { get; set; }
    /// <summary>The link with the least support on the ways to a conclusion.</summary>
    [Parameter] public (NodeId Source, NodeId Target)? WeakestLink { get; set; }

    /// <summary>What people say of a claim, in few characters and in words, by its id; those of whom nothing is said have no
    /// entry.</summary>
    [Parameter] public IReadOnlyDictionary<NodeId, (string Short, string Words)> Talk { get; set; } = NobodySaid;

    private static readonly FrozenDictionary<NodeId, (string, string)> NobodySaid = FrozenDictionary<NodeId, (string, string)>.Empty;

    private GraphDrawing Drawing { get; set; } = null!;

    private string Label =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Graph of {Sheet.Rows.Length} claims and {Layout.Edges.Length} links. "
            + $"Arrow keys follow the links; Tab goes to the links of a claim.");

    protected override void OnParametersSet() => Drawing = GraphDrawing.From(Sheet, Layout, ShowReasons, ShowZones);

    private string? AnchorOf(NodeId id) => OwnsAnchors ? id.Value : null;

    private bool IsFresh(NodeId id) => Fresh?.Contains(id) == true;

    // Beyond this many claims nobody sees the whole at once.
    private const int ClaimsWithMap = 12;

    /// <summary>Whether the minimap of this sheet is open from the start.</summary>
    public static bool ShowsMapOf(ClaimSheet sheet) => sheet.Rows.Length > ClaimsWithMap;

    private bool ShowsMap => ShowsMapOf(Sheet);

    private string Picture => Assets["js/graph-picture.js"];

    private IReadOnlyList<string> SubOf(ClaimRow row)
    {
        var isWide = Layout.Metrics.NodeHeight >= LayoutMetrics.Wide.NodeHeight;
        return isWide && row.Text.Sub.Length > 0 ? [TextFit.Cut(row.Text.Sub, Layout.Metrics.NodeWidth - 58, 12)] : [];
    }

    private static string Px(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
