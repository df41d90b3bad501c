using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VcrPortal.E2E.Harness.StandIns;

/// <summary>Wikipedia's search and summary, in the shape of its answers. One made-up article, whatever is asked.</summary>
public sealed class WikipediaStandIn
{
    public const string OrdinaryExtract = "An article of a stand-in for Wikipedia, written for a test.";

    /// <summary>What the next summaries say.</summary>
    public string Extract { get; set; } = OrdinaryExtract;

    public Task<IResult> AnswerAsync(HttpRequest request)
    {
        IResult answer = request.Path.Value switch
        {
            "/w/api.php" => Search(request.Query["srsearch"].ToString()),
            { } path when path.StartsWith("/api/rest_v1/page/summary/", StringComparison.Ordinal) => Summary(path),
            _ => Results.NotFound()
        };
        return Task.FromResult(answer);
    }

    private static IResult Search(string text) => Results.Json(new
    {
        batchcomplete = "",
        query = new { searchinfo = new { totalhits = 1 }, search = new[] { new { ns = 0, title = text, pageid = 1, snippet = "" } } }
    });

    private IResult Summary(string path)
    {
        var title = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        return Results.Json(new
        {
            type = "standard",
            title,
            extract = Extract,
            revision = "1",
            timestamp = "2026-01-01T00:00:00Z",
            content_urls = new { desktop = new { page = "https://en.wikipedia.org/wiki/" + Uri.EscapeDataString(title) } }
        });
    }
}

/// <summary>A binding predictor in the shape of Boltz-2's affinity answer: every pair binds at 10 nM.</summary>
public static class AffinityPredictorStandIn
{
    public static async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (request.Path != "/predict" || !HttpMethods.IsPost(request.Method)) return Results.NotFound();
        using var question = await JsonDocument.ParseAsync(request.Body);
        return question.RootElement.TryGetProperty("target", out _)
            ? Results.Json(new { affinity_probability_binary = 0.9, affinity_pred_value = -2.0 })
            : Results.BadRequest();
    }
}
