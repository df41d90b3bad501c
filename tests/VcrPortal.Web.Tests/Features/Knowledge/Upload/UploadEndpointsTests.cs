using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using VcrPortal.Tests;
using VcrPortal.Web.Access;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Knowledge.Upload;

public sealed partial class UploadEndpointsTests : IDisposable
{
    private static readonly byte[] Content = "HGNC,MAP2K1,isa,FPLX,MEK\n"u8.ToArray();
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Piece_FromThePage_IsAcknowledged_AndTheLastOneSaysWhatTheFileIs()
    {
        await using var portal = new WebPortal(("Knowledge:ImportFolder", _folder.Place));
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var token = await TokenAsync(admin);
        using var first = await SendAsync(admin, token, "relations.csv", Content.Length, 0, Content[..10]);
        Assert.Equal((10, null), await AnswerAsync(first));
        using var last = await SendAsync(admin, token, "relations.csv", Content.Length, 10, Content[10..]);
        Assert.Equal((Content.Length, "FamPlex relations"), await AnswerAsync(last));
        Assert.Contains("relations.csv", await admin.GetStringAsync(PortalUrls.AdminKnowledge));
    }

    [Fact]
    public async Task Piece_OfNoSuchFile_IsRefusedWithASentence_AndWithoutAFormOfOursNothingIsTaken()
    {
        await using var portal = new WebPortal(("Knowledge:ImportFolder", _folder.Place));
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        using var refused = await SendAsync(admin, await TokenAsync(admin), "notes.txt", 5, 0, "hello"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith("notes.txt is of no kind that is imported", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var foreign = await SendAsync(admin, "", "relations.csv", Content.Length, 0, Content);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        var (bob, _) = await portal.PersonAsync("bob");
        using var others = await SendAsync(bob, await TokenAsync(bob, "/account"), "relations.csv", Content.Length, 0, Content);
        Assert.False(others.IsSuccessStatusCode);
        Assert.Empty(Directory.GetFiles(_folder.Place));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string token, string name, int bytes, int at, byte[] piece)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(piece), "piece", "piece" },
        };
        return await client.PostAsync($"{PortalUrls.KnowledgeUpload}?name={name}&bytes={bytes}&stamp=1&at={at}", form);
    }

    private static async Task<(int Bytes, string? Kind)> AnswerAsync(HttpResponseMessage answer)
    {
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (read.GetProperty("bytes").GetInt32(), read.TryGetProperty("kind", out var kind) ? kind.GetString() : null);
    }

    private static async Task<string> TokenAsync(HttpClient client, string page = PortalUrls.AdminKnowledge) =>
        Token().Match(await client.GetStringAsync(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
