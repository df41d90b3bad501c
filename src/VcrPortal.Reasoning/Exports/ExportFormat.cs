using System.Collections.Immutable;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Exports;

/// <summary>A form that a trace can leave in.</summary>
/// <param name="Name">On a command line: <c>graphml</c>.</param>
/// <param name="Extension">The end of its file names and addresses, without the dot.</param>
/// <param name="Title">For a reader: <c>GraphML</c>.</param>
/// <param name="Write">The whole file as text.</param>
public sealed record ExportFormat(string Name, string Extension, string MediaType, string Title, Func<TraceDocument, string> Write)
{
    /// <summary>The lossless ones first.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new("json", "json", "application/json", "JSON", TraceJsonWriter.Write),
        new("text", "txt", "text/plain", "Text", d => ExplanationWriter.Write(d.Graph)),
        new("tsv", "tsv", "text/tab-separated-values", "TSV", d => TsvExport.Write(d.Graph, d.Verdicts)),
        new("graphml", "graphml", "application/xml", "GraphML", d => GraphMlExport.Write(d.Graph, d.Verdicts)),
        new("cx2", "cx2", "application/json", "CX2", d => Cx2Export.Write(d.Graph, d.Verdicts)),
        new("mermaid", "mmd", "text/plain", "Mermaid", d => MermaidExport.Write(d.Graph, d.Verdicts)),
        new("svg", "svg", "image/svg+xml", "SVG", d => SvgExport.Write(d.Graph, d.Verdicts)),
    ];

    /// <summary>Finds a format by name or extension; null when there is none.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name || f.Extension == name);
}
