using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>
/// What a journey needs and does not try (an account, a trace to look at) is asked for by the forms of static pages, without a browser
/// that draws them: the journeys of accounts and of launching fill the same forms by hand.
/// </summary>
public static partial class StaticForm
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Twice what a statement waits for a database that is busy (Database:CommandTimeoutSeconds), and a little more.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(75);

    /// <summary>Sends the form of this name from the page at <paramref name="path"/>, with its token, and follows where that
    /// leads.</summary>
    public static async Task<IAPIResponse> SendAsync(
        Visitor visitor, string path, string name, params (string Field, string Value)[] filled)
    {
        var page = await TextAsync(visitor, path);
        var own = Forms().Matches(page).Select(form => form.Value)
            .Single(form => form.Contains($"name=\"_handler\" value=\"{name}\"", StringComparison.Ordinal));
        var data = visitor.Browser.CreateFormData().Set("_handler", name).Set(TokenField, Token().Match(own).Groups[1].Value);
        foreach (var (field, value) in filled) data.Set(field, value);
        return await visitor.Browser.PostAsync(path, new() { Form = data, Timeout = (float)LongestAnswer.TotalMilliseconds });
    }

    /// <summary>Asks for a page until it has what the pattern's first group finds, for as long as a page may take.</summary>
    public static async Task<string> AwaitAsync(Visitor visitor, string path, Regex pattern)
    {
        using var late = new CancellationTokenSource(Chromium.Patience);
        using var look = new PeriodicTimer(BetweenLooks);
        while (true)
        {
            var page = await TextAsync(visitor, path);
            if (pattern.Match(page) is { Success: true } found) return found.Groups[1].Value;
            try { await look.WaitForNextTickAsync(late.Token); }
            catch (OperationCanceledException e) { throw new TimeoutException($"{path} never had {pattern}.\n{page}", e); }
        }
    }

    private static async Task<string> TextAsync(Visitor visitor, string path)
    {
        var answer = await visitor.Browser.GetAsync(path);
        return answer.Ok ? await answer.TextAsync() : throw new InvalidOperationException($"{path} answered {answer.Status}.");
    }

    private const string TokenField = "__RequestVerificationToken";

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex($"name=\"{TokenField}\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
