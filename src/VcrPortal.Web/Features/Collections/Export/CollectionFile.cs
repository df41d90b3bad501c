using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Collections.Export;

/// <summary>A collection itself as JSON: what is in it, in which revision and why; the texts of its traces are another file.</summary>
internal static class CollectionFile
{
    // A file for programs, always a download and never part of a page.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="root">Scheme and host, without a slash at the end.</param>
    public static byte[] Write(CollectionView view, string root) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            view.Summary.Title,
            view.Summary.About,
            view.Summary.Owner,
            Address = root + PortalUrls.Collection(view.Summary.Number),
            view.Version,
            view.Summary.ChangedAt,
            view.Hash,
            Items = view.Items.Select(i => new
            {
                Trace = PortalUrls.Accession(i.Key.Trace),
                i.Revision,
                Claim = i.Key.Action.Length == 0 ? null : i.Key.Action,
                i.Title,
                i.Text,
                i.Note,
                i.Hash,
                Address = root + PortalUrls.Collected(i.Key.Trace, i.Revision, i.Key.Action),
            }),
        }, Options);
}
