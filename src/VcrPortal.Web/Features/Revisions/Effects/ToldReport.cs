using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Features.Revisions.Effects;

/// <summary>A report with the graph that whoever wrote it had before them.</summary>
/// <param name="Text">Markdown.</param>
public sealed record ToldReport(string Text, ActionGraph Of);
