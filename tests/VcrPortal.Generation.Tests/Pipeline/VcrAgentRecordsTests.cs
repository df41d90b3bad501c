using System.Globalization;
using System.Text;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Review;
using VcrPortal.Tests;
using Xunit.Abstractions;

namespace VcrPortal.Generation.Tests.Pipeline;

/// <summary>VCR-Agent's own 176 records through the whole pipeline, from nothing but the starter pack and what each record
/// states.</summary>
public class VcrAgentRecordsTests(ITestOutputHelper output)
{
    [DataFact]
    public async Task All176Records_AreExplained_AndAtLeast60ReachATerminalActionFromTheirOwnTarget()
    {
        var pack = StarterPack.Load();
        var engine = GraphPipeline.Over(pack);
        var grounding = new QuestionGrounding(new KnowledgeIndex(pack), new EntityRecognizer(pack));
        var records = PerturbationRecordReader.Read(File.ReadAllBytes(ReferenceData.File("vcr-agent/perturbations.json"))).Records;
        var reached = new List<string>();
        var missed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var trace = await GeneratedTrace.RunAsync(engine, record);
            if (ReachesAnEndFromAStatedTarget(grounding.Ground(record), trace.Graph)) reached.Add(record.Title);
            else
            {
                var target = string.Join("/", record.Perturbations.SelectMany(p => p.StatedTargets)) + ", "
                    + record.Perturbations[0].Mechanism;
                missed[target] = missed.GetValueOrDefault(target) + 1;
            }
        }
        var report = new StringBuilder($"{reached.Count} of {records.Length} records reach a terminal action from their own target.\n");
        foreach (var (target, count) in missed) report.Append(CultureInfo.InvariantCulture, $"  not reached: {count} x {target}\n");
        output.WriteLine(report.ToString());

        Assert.Equal(176, records.Length);
        Assert.True(reached.Count >= 60, report.ToString());
    }

    /// <summary>A causal path from a binding of an entity that the record itself states (by name, group or member) to a terminal
    /// action.</summary>
    private static bool ReachesAnEndFromAStatedTarget(Question question, ActionGraph graph)
    {
        var stated = question.Record.Perturbations.SelectMany(p => p.StatedTargets).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var recognizer = Recognizer.Value;
        var entities = stated.Select(recognizer.Match).OfType<RecognizedEntity>().Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        bool IsStated(string? target) => target is not null && recognizer.Match(target) is { } entity
            && (entities.Contains(entity.Name) || Pack.Value.Groups.Any(g => entities.Contains(g.Id) && g.Members.Contains(entity.Name)));
        return graph.Actions.Any(a => a.Name == "binds_to" && IsStated(a.Text("target")) && Ends(graph, a.Id!.Value));
    }

    private static bool Ends(ActionGraph graph, NodeId from)
    {
        var seen = new HashSet<NodeId>();
        var open = new Stack<NodeId>([from]);
        while (open.TryPop(out var at))
            foreach (var edge in graph.Edges)
                if (edge.Source == at && edge.Relation == CausalRelation.Causal && seen.Add(edge.Target))
                {
                    if (graph.Find(edge.Target)!.Primitive!.IsTerminal) return true;
                    open.Push(edge.Target);
                }
        return false;
    }

    private static readonly Lazy<KnowledgeBase> Pack = new(StarterPack.Load);
    private static readonly Lazy<EntityRecognizer> Recognizer = new(() => new(Pack.Value));
}
