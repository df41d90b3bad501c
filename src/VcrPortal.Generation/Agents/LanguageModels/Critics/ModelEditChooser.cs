using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace VcrPortal.Generation.Agents.LanguageModels.Critics;

/// <summary>Lets a model choose among permitted edits by number. What is no number of an edit chooses nothing, and a model that cannot
/// answer costs the job its choice and nothing else.</summary>
internal sealed partial class ModelEditChooser(ModelClient client) : IEditChooser
{
    public string Name => client.Model.Name;

    public async IAsyncEnumerable<ChooserOutput> ChooseAsync(EditQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return new ChooserOutput.Told(Prompt.Refine.Used);
        var answer = new StringBuilder();
        await using var pieces = AskAsync(question, ct).GetAsyncEnumerator(ct);
        while (true)
        {
            var (more, failure) = await pieces.NextOrFailureAsync();
            if (failure is not null)
                yield return new ChooserOutput.Told(new AgentNews.Warned($"The first permitted edit was taken. {failure}"));
            if (!more) break;
            if (pieces.Current is AgentPiece.Told told) yield return new ChooserOutput.Told(told.News);
            if (pieces.Current is AgentPiece.Text said) answer.Append(said.Chunk);
        }
        if (PlaceIn(answer.ToString(), question.Edits.Length) is { } place) yield return new ChooserOutput.Chose(place);
    }

    private async IAsyncEnumerable<AgentPiece> AskAsync(EditQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        var kernel = JobKernel.Build(client.Chat);
        var agent = new KernelAgent(kernel, client.Model, client.BudgetIn(question.Notes), client.Clock);
        var edits = string.Concat(question.Edits.Select(
            (e, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Quoted.Escape(e)}\n")));
        List<ChatMessage> history =
        [
            new(ChatRole.System, await Prompt.Refine.RenderAsync(kernel, ct)),
            new(ChatRole.User, $"{Quoted.Question(question.Record)}\n\n"
                + $"<explanation>\n{Quoted.Escape(question.Explanation)}\n</explanation>\n"
                + $"<discrepancy>\n{Quoted.Escape(question.Discrepancy)}\n</discrepancy>\n<edits>\n{edits}</edits>"),
        ];
        await foreach (var piece in agent.RunAsync(history, ct)) yield return piece;
    }

    private static int? PlaceIn(string answer, int edits) =>
        NumberPattern().Match(answer.Trim()) is { Success: true } match
        && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= edits ? number - 1 : null;

    [GeneratedRegex(@"^(?<number>\d{1,3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
