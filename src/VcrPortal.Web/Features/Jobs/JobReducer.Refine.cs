using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>The refinement of an explanation: its steps, and what each kept edit made of graph and verdicts.</summary>
internal sealed partial class JobReducer
{
    private void Refine(GenerationEvent e, DateTime at)
    {
        switch (e)
        {
            case GenerationEvent.DiscrepancyFound found:
                var step = new RefinementProgress(found.Step, found.Discrepancy, found.Permitted, at, null, null);
                _state = _state with { Refinement = _state.Refinement.Add(step) };
                break;
            case GenerationEvent.EditTried { Result: var result }:
                if (_state.Refinement.FirstOrDefault(s => s.Step == result.Step) is { } tried)
                    _state = _state with { Refinement = _state.Refinement.Replace(tried, tried with { Result = result, EndedAt = at }) };
                break;
            case GenerationEvent.GraphRefined refined: Take(refined); break;
        }
    }

    private void Take(GenerationEvent.GraphRefined refined)
    {
        var before = _graph?.ToGraph() ?? _state.Graph;
        _graph = null;
        _state = _state with
        {
            AsWritten = _state.AsWritten ?? new(before, _state.Verdicts, _state.Citations),
            Graph = refined.Graph ?? ExplanationReader.Read(refined.Text, before?.Vocabulary).Graph,
            Verdicts = refined.Verdicts,
            Citations = refined.Citations,
        };
    }

    /// <summary>A stage that starts again finds the explanation as it was written.</summary>
    private void BeforeRefinement()
    {
        if (_state.AsWritten is { } written) (_graph, _state) = (null, _state with
        {
            Graph = written.Graph,
            Verdicts = written.Verdicts,
            Citations = written.Citations,
            AsWritten = null,
        });
        _state = _state with { Refinement = [] };
    }
}
