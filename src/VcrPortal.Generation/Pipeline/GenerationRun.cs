using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline;

/// <summary>What the stages of one job hand to each other; a resumed job begins with what its finished stages left.</summary>
internal sealed class GenerationRun(GenerationRequest request, GenerationState resumed, Question question)
{
    public GenerationRequest Request { get; } = request;
    public Question Question { get; } = question;
    public ImmutableArray<RecognizedEntity> Entities { get; set; } = resumed.Entities;
    public EvidenceIndex Evidence { get; set; } = new(resumed.Evidence);
    public string Report { get; set; } = resumed.Report;
    public ReadResult? Read { get; set; } = resumed.ExplanationText.Length == 0 ? null : ExplanationReader.Read(resumed.ExplanationText);
    public Dictionary<NodeId, ImmutableArray<int>> Citations { get; } = new(resumed.Citations);
    public List<Verdict> Verdicts { get; } = [.. resumed.Verdicts];

    /// <summary>Of the stage that has just finished.</summary>
    public string Summary { get; set; } = "";

    public static string Count(int n, string one, string many) => $"{n} {(n == 1 ? one : many)}";
}
