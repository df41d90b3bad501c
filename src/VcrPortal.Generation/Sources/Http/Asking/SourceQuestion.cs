using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VcrPortal.Generation.Sources.Http.Asking;

/// <summary>One request to a source, under its base address.</summary>
/// <param name="Path">Relative; what people wrote stands in it escaped, or not at all.</param>
/// <param name="Form">Fields of a form that is posted; empty for none.</param>
/// <param name="Json">A document that is posted; null for none.</param>
public sealed record SourceQuestion(string Path, ImmutableArray<KeyValuePair<string, string>> Form, string? Json)
{
    /// <summary>That the service has nothing there (404) is an answer, and no fault of its address.</summary>
    public bool MayBeAbsent { get; init; }

    public static SourceQuestion Get(string path) => new(path, [], null);

    public static SourceQuestion Post(string path, params ReadOnlySpan<(string Field, string Value)> form)
    {
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(form.Length);
        foreach (var (field, value) in form) fields.Add(new(field, value));
        return new(path, fields.ToImmutable(), null);
    }

    public static SourceQuestion PostJson<T>(string path, T document) => new(path, [], JsonSerializer.Serialize(document));

    /// <summary>The same for the same question: what a cache finds its answer by.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Path}\n{string.Join('&', Form.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))}\n{Json}")));

    internal HttpRequestMessage ToRequest() => this switch
    {
        { Json: { } json } => new(HttpMethod.Post, Path) { Content = new StringContent(json, Encoding.UTF8, "application/json") },
        { Form.IsEmpty: false } => new(HttpMethod.Post, Path) { Content = new FormUrlEncodedContent(Form) },
        _ => new(HttpMethod.Get, Path),
    };
}
