using System.Text.Json;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Export;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Discussion.Export;

public class ExportAnnotationsTests
{
    private const string Root = "https://portal.test";

    [Fact]
    public async Task EveryKindOfTarget_LeavesAsTheModelSays()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var ana = await portal.RegisterAsync("ana");
        var passage = Assert.IsType<MarkOutcome.Marked>(await portal.Get<MarkPassage>().RunAsync(
            new(1, 2, new TextSpan(18, 26), "MEK down", PassageOpinion.Question), ana, default)).Passage;
        foreach (var about in new[] { "", "n:n1", "e:n1>n2", "ev:1", $"p:{passage}" })
            await portal.Get<AddComment>().RunAsync(new(1, 2, Subject.Parse(about)!, "**Why** </script> 🧬 שלום"), ana, default);
        await portal.Get<AddComment>().RunAsync(new(1, 2, Subject.Trace, "Because.", ReplyTo: 1), ana, default);

        var all = await ReadAsync(portal);
        Assert.Equal(7, all.Length);
        Assert.Equal("https://portal.test/t/VCT1@2", Target(all, "#c1").GetString());
        Assert.Equal("n1", Target(all, "#c2").GetProperty("selector").GetProperty("value").GetString());
        Assert.Equal("e%3An1%3En2", Target(all, "#c3").GetProperty("selector").GetProperty("value").GetString());
        Assert.Equal("ev-1", Target(all, "#c4").GetProperty("selector").GetProperty("value").GetString());
        var words = Target(all, "#c5");
        Assert.Equal("https://portal.test/t/VCT1@2/report.txt", words.GetProperty("source").GetString());
        var (quote, place) = (words.GetProperty("selector")[0], words.GetProperty("selector")[1]);
        Assert.Equal(("TextQuoteSelector", "MEK down"), (quote.GetProperty("type").GetString(), quote.GetProperty("exact").GetString()));
        Assert.Equal((18, 26), (place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32()));
        Assert.Equal("https://portal.test/t/VCT1#c1", Target(all, "#c6").GetString());
        var mark = all.Single(a => a.GetProperty("motivation").GetString() == "questioning");
        Assert.Equal("question", mark.GetProperty("body").GetProperty("value").GetString());
        Assert.All(all, a => Assert.Equal("ana", a.GetProperty("creator").GetProperty("nickname").GetString()));
        Assert.Equal("**Why** </script> 🧬 שלום", Get(all, "#c1").GetProperty("body").GetProperty("value").GetString());
        Assert.Equal(all.Length, all.Select(a => a.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task DeletedComment_DoesNotLeave_AndAPrivateTraceLeavesToNobodyElse()
    {
        await using var portal = await TestPortal.StartAsync();
        var trace = await portal.SaveTraceAsync(Samples.Text, owner: Samples.Ana.Key, isPrivate: true);
        await portal.Get<AddComment>().RunAsync(new(trace, 1, Subject.Trace, "never mind"), Samples.Ana, default);
        await portal.Get<DeleteComment>().RunAsync(1, Samples.Ana, default);
        Assert.Empty((await portal.Get<ExportAnnotations>().RunAsync(trace, Root, "jsonl", Samples.Ana, default))!.Value);
        Assert.Null(await portal.Get<ExportAnnotations>().RunAsync(trace, Root, "jsonl", Samples.Bob, default));
    }

    [Fact]
    public void HalfACharacter_DoesNotStopAnExport()
    {
        var broken = new WebAnnotation(
            "x", Motivation.Commenting, "a\ud83eb", "text/markdown", new AnnotationTarget.Whole("y"), null, DateTime.UnixEpoch);
        Assert.Equal("a\uFFFDb", JsonDocument.Parse(broken.ToLine(Root).ToJsonString()).RootElement.GetProperty("body")
            .GetProperty("value").GetString());
    }

    private static async Task<JsonElement[]> ReadAsync(TestPortal portal) =>
        [.. (await portal.Get<ExportAnnotations>().RunAsync(1, Root, "jsonl", Samples.Anybody, default))!.Value
            .Select(a => JsonDocument.Parse(a.ToLine(Root).ToJsonString()).RootElement)];

    private static JsonElement Get(JsonElement[] all, string id) =>
        all.Single(a => a.GetProperty("id").GetString()!.EndsWith(id, StringComparison.Ordinal));

    private static JsonElement Target(JsonElement[] all, string id) => Get(all, id).GetProperty("target");
}
