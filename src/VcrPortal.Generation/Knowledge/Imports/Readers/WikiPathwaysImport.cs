using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>
/// WikiPathways' drawn interactions as edges. Stimulation and transcription raise, inhibition lowers; a plain arrow has a direction and no
/// sign. An arrow to or from a group stands for its members, except where the group is one that FamPlex knows: then it is that.
/// </summary>
public static class WikiPathwaysImport
{
    /// <summary>An arrow between larger groups says too little of any one pair.</summary>
    public const int LargestGroup = 8;

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new(KnowledgeDataset.WikiPathways, file.Version, "CC0-1.0", "https://www.wikipathways.org"));
        var pathways = WikiPathwaysReader.Read(file.Name, file.Path, problem => LeaveOut(problem, counts), ct).ToList();
        var nodes = new GpmlNodes(draft, pathways.SelectMany(p => p.Nodes));
        foreach (var pathway in pathways)
        {
            var entity = draft.Entity(EntityKind.Pathway, pathway.Id, pathway.Title, $"WIKIPATHWAYS:{pathway.Id}");
            counts.Take("pathways");
            AddMembers(draft, pathway, entity, nodes, counts);
            foreach (var arrow in pathway.Arrows) AddArrow(draft, pathway.Id, arrow, nodes, counts);
        }
    }

    private static void LeaveOut(ImportException problem, ImportCounts counts)
    {
        counts.Drop("a pathway that cannot be read", problem.Place ?? problem.File);
        counts.Warn($"{problem.Message} It is left out.");
    }

    private static void AddMembers(KnowledgeDraft draft, GpmlPathway pathway, int entity, GpmlNodes nodes, ImportCounts counts)
    {
        var drawnIn = draft.Statement(new(KnowledgeDataset.WikiPathways, EdgeKind.TakesPartIn, 0, pathway.Id));
        foreach (var member in pathway.Nodes.Where(n => n.Kind != "Label").Select(nodes.Find).OfType<int>().Distinct())
        {
            if (member == entity) continue;
            draft.Edge(member, entity, drawnIn);
            counts.Take("memberships");
        }
    }

    private static void AddArrow(KnowledgeDraft draft, string pathway, GpmlArrow arrow, GpmlNodes nodes, ImportCounts counts)
    {
        var where = $"{pathway} {arrow.Id}";
        if (KindOf(arrow.Head) is not { } kind) counts.Drop(
            arrow.Head.Length == 0 ? "a line without an arrow head" : $"an arrow head that says nothing here: {arrow.Head}", where);
        else if (arrow.Problem is not null) counts.Drop(arrow.Problem, where);
        else
        {
            var (from, to) = (nodes.Ends(arrow.From), nodes.Ends(arrow.To));
            if (from.IsEmpty || to.IsEmpty) counts.Drop(
                "an end that names nothing known", $"{where}: {Labels(arrow.From)} to {Labels(arrow.To)}");
            else if (from.Length > LargestGroup || to.Length > LargestGroup) counts.Drop(
                $"an end that is a group of more than {LargestGroup}", where);
            else
            {
                var grouped = from.Length > 1 || to.Length > 1;
                var statement = draft.Statement(
                    new(KnowledgeDataset.WikiPathways, kind.Kind, kind.Sign, pathway, grouped ? $"{arrow.Head}, drawn for a group"
                    : arrow.Head, arrow.PubMedId is null ? "" : $"PMID:{arrow.PubMedId}"));
                foreach (var source in from)
                    foreach (var target in to)
                        if (source != target) draft.Edge(source, target, statement);
                counts.Take(kind.Sign == 0 ? "unsigned interactions" : "signed interactions");
            }
        }
    }

    private static string Labels(ImmutableArray<GpmlNode> nodes) => string.Join("+", nodes.Take(3).Select(n => n.Label));

    private static (EdgeKind Kind, int Sign)? KindOf(string head) => head switch
    {
        "mim-stimulation" or "mim-necessary-stimulation" => (EdgeKind.Regulates, 1),
        "mim-inhibition" or "TBar" => (EdgeKind.Regulates, -1),
        "mim-transcription-translation" => (EdgeKind.RegulatesExpression, 1),
        "Arrow" => (EdgeKind.Regulates, 0),
        "mim-conversion" => (EdgeKind.Converts, 0),
        "mim-catalysis" => (EdgeKind.Catalyses, 0),
        "mim-binding" => (EdgeKind.Binds, 0),
        "mim-modification" => (EdgeKind.Modifies, 0),
        "mim-cleavage" => (EdgeKind.Cleaves, 0),
        _ => null,
    };
}
