using System.Collections.Immutable;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Pipeline.Refinement;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline;

/// <summary>What the stages of one job hand to each other; a resumed job begins with what its finished stages left.</summary>
internal sealed class GenerationRun(
    GenerationRequest request, GenerationState resumed, Question question, PrimitiveVocabulary vocabulary)
{
    public PrimitiveVocabulary Vocabulary { get; } = vocabulary;
    public GenerationRequest Request { get; } = request;
    public Question Question { get; } = question;
    public ImmutableArray<RecognizedEntity> Entities { get; set; } = resumed.Entities;
    public EvidenceIndex Evidence { get; set; } = new(resumed.Evidence);
    public string Report { get; set; } = resumed.Report;
    public ActionGraph? Graph { get; set; } =
        resumed.ExplanationText.Length == 0 ? null : ExplanationReader.Read(resumed.ExplanationText, vocabulary).Graph;
    public Dictionary<NodeId, ImmutableArray<int>> Citations { get; } = new(resumed.Citations);
    public List<Verdict> Verdicts { get; } = [.. resumed.Verdicts];

    /// <summary>What refinement has made of the graph, with the verdicts that score it; null where nothing was changed.</summary>
    public RefinedCase? Refined { get; set; } = resumed.Refined is not { } refined ? null
        : new(ExplanationReader.Read(refined.Text, vocabulary).Graph, refined.Verdicts, refined.Citations);

    /// <summary>What the engine has worked out in this run, for its second agent.</summary>
    public EngineNotes Notes { get; } = new();

    /// <summary>What the stage that has just finished came to, in a few words.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Why the stage that has just ended had nothing to do; null where it had.</summary>
    public string? Skipped { get; set; }

    /// <summary>The engine that was asked for; where none was, the default one, or the first that may run offline.</summary>
    /// <exception cref="UnknownEngineException">There is no such engine.</exception>
    public AgentEngine EngineIn(EngineRegistry engines) => Request switch
    {
        { Engine: { } name } => engines.Find(name) ?? throw new UnknownEngineException(name, engines),
        { IsOffline: true } => engines.All.FirstOrDefault(e => e.IsOffline) ?? throw new UnknownEngineException("offline", engines),
        _ => engines.Default,
    };

    public static string Count(int n, string one, string many) => $"{n} {(n == 1 ? one : many)}";
}
