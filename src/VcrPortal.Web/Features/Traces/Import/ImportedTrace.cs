using System.Security.Cryptography;
using System.Text;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>A record of a file as the trace that it becomes.</summary>
/// <param name="Hash">The hash of what the record holds: the same record is known again by it, in whatever file.</param>
/// <param name="Number">That it had in the portal which wrote the file; null of others' files.</param>
internal sealed record ImportedTrace(string Place, string Hash, NewTrace Trace, string? Repairs, int? Number, string LatestHash)
{
    /// <summary>The engine of traces that came from a file.</summary>
    public const string Engine = "imported";

    /// <summary>Null of a record without any action.</summary>
    /// <param name="source">The file and the place in it.</param>
    public static ImportedTrace? From(string place, WrittenExplanation written, string source, PrimitiveVocabulary vocabulary)
    {
        if (ImportedRevisions.From(written, source, vocabulary) is not { } made) return null;
        var latest = made.Revisions[^1].Graph!;
        var asked = written.Asked is { Perturbations.IsEmpty: false } stated ? stated : ImportedRevisions.Asked(made.Revisions[0].Graph!);
        var (record, state) = (PortalJson.Write(asked with { Index = 0, Report = null }), StateOf(written));
        var trace = new NewTrace(
            null, asked, record, Engine, state, state == TraceState.Published ? null : written.StateReason, made.Revisions, written.Report,
            [], [], [])
        {
            ImportHash = HashOf(record, written),
        };
        return new(place, trace.ImportHash, trace, made.Repairs, written.Number, latest.RevisionHash);
    }

    private static TraceState StateOf(WrittenExplanation written) =>
        Enum.TryParse<TraceState>(written.State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : TraceState.Published;

    private static string HashOf(string record, WrittenExplanation written)
    {
        // Parts are told apart by a sign that no part holds.
        var text = string.Join(
            '\0', record, written.Explain, written.Dag, written.Verified ?? "", written.VerifiedDag ?? "", written.Report);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
