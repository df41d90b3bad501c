using System.Net;
using System.Text.RegularExpressions;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Access.Forms;

/// <summary>Forms that are turned away before their page sees them: their senders are told why, on a page of ours.</summary>
public sealed partial class RefusedFormsTests : IAsyncLifetime
{
    private readonly WebPortal _portal = new();

    public Task InitializeAsync() => Task.CompletedTask;
    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task AForm_OfAVisitorWhoSignedInMeanwhile_IsRefusedWithAPage_AndNothingIsLaunched()
    {
        var (client, _) = await _portal.PersonAsync("ana");
        var visitor = _portal.Visitor();
        using var answer = await client.PostAsync(PortalUrls.Launch, Asked(await TokenAsync(visitor, PortalUrls.Launch)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await IsAPageAsync(answer, "This form was not taken", "Nothing was changed.", PortalUrls.Launch);
        await using var db = _portal.Db();
        Assert.Empty(db.Jobs);
        // What the page says to do helps.
        using var again = await client.PostAsync(PortalUrls.Launch, Asked(await TokenAsync(client, PortalUrls.Launch)));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task AForm_WithoutATokenOfOurs_IsRefusedWithAPage(string? token)
    {
        using var answer = await _portal.Visitor().PostAsync(PortalUrls.LaunchJson, Asked(token));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await IsAPageAsync(answer, "This form was not taken", "load the page again", PortalUrls.LaunchJson);
    }

    [Fact]
    public async Task ARefusedForm_IsToldAsEveryPageIs()
    {
        using var answer = await _portal.Visitor().PostAsync(PortalUrls.Launch, Asked(null));
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task AText_LongerThanAFieldMayBe_IsRefusedAsTooLarge()
    {
        var client = _portal.Visitor();
        var token = await TokenAsync(client, PortalUrls.LaunchJson);
        var text = new string('x', 5_000_000);
        using var answer = await client.PostAsync(
            PortalUrls.LaunchJson,
            new FormUrlEncodedContent([new("_handler", "upload"), new("__RequestVerificationToken", token), new("Json", text)]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        await IsAPageAsync(answer, "This form was too large", "4,194,304 characters in one field", PortalUrls.LaunchJson);
    }

    [Fact]
    public async Task AFile_LargerThanTheServerTakes_IsRefusedAsTooLarge()
    {
        // The server of the other tests has no such limit.
        await using var run = ProgramRun.Start(["--urls", "http://127.0.0.1:0", "--no-samples", "--Launch:AllowVisitors=true"]);
        var address = (await run.UntilAsync("VcrPortal is at "))[^1].Split(' ')[^1];
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.ExpectContinue = true; // told before it sends: nothing is cut off on its way
        var token = await TokenAsync(client, PortalUrls.LaunchJson);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("upload"), "_handler" }, { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(new byte[31_000_000]), "File", "records.json" },
        };
        using var answer = await client.PostAsync(PortalUrls.LaunchJson, form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        await IsAPageAsync(answer, "This form was too large", "up to 30 MB in one form", PortalUrls.LaunchJson);
    }

    [Fact]
    public async Task AnEndpoint_IsToldInASentenceAsBefore()
    {
        var (client, _) = await _portal.PersonAsync("ana");
        using var answer = await client.PostAsync(PortalUrls.SignOut, Asked("nonsense"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Nothing was changed.", await answer.Content.ReadAsStringAsync());
    }

    private static async Task IsAPageAsync(HttpResponseMessage answer, string heading, string says, string form)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains($"<h1>{heading}</h1>", page);
        Assert.Contains(says, page);
        Assert.Contains($"href=\"{form}\">Begin this form anew", page);
        Assert.Contains("<footer", page);
    }

    private static FormUrlEncodedContent Asked(string? token)
    {
        List<KeyValuePair<string, string>> sent =
        [
            new("_handler", "ask"), new("Question.Kind", "compound"), new("Question.Compound", "Binimetinib"),
            new("Question.CellLine", "C32"),
        ];
        if (token is not null) sent.Add(new("__RequestVerificationToken", token));
        return new FormUrlEncodedContent(sent);
    }

    private static async Task<string> TokenAsync(HttpClient client, string page) =>
        Token().Match(await client.GetStringAsync(page)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
