using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Sources;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Verifiers.Judging;

/// <summary>
/// A chat model as judge, off unless it is configured. What it says of a claim is an opinion, and is called one: its verdicts are always
/// undetermined, so they support nothing, contradict nothing, count in no score and drive no refinement. A model that cannot answer is a
/// sentence.
/// </summary>
internal sealed class ModelJudge(ModelClient client) : IVerifier, INetworkUser
{
    public const string VerifierName = "Model as judge";

    private const int MostEvidence = 40_000, MostRemembered = 64;

    // Refinement checks an explanation many times; the same one is asked about once. Bounded, and thrown away whole.
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly Lock _remembering = new();

    public string Name => VerifierName;
    public string Version => "1.0";
    public bool UsesNetwork => true;

    public static VerifierRegistration RegistrationFor(ChatModel model, ModelKey key, TimeProvider clock, HttpMessageHandler? handler)
    {
        var judge = new Lazy<ModelJudge>(() => new(new(model, ChatClients.For(model, key, clock, handler), clock)));
        return new(_ => judge.Value, new DecisionTable(VerifierName, "any claim, where a model is set up as judge", "never: an opinion",
            "never: an opinion", "always; what the model thinks stands beside it"));
    }

    public async IAsyncEnumerable<Verdict> VerifyAsync(VerificationRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        ImmutableArray<ActionNode> claims = [.. request.Graph.Actions.Where(a => a is { IsContext: false, Id: not null })];
        if (claims.IsEmpty) yield break;
        var (answer, failure) = await AskAsync(request, ct);
        var opinions = Opinion.Read(answer);
        foreach (var claim in claims)
            if (Said(claim, opinions, failure) is { } said)
                yield return IssueVerdict.From(
                    this, new(claim.Id!.Value), ExplanationWriter.Write(claim), VerdictKind.Undetermined, said, [],
                    request.SourcesOf(claim.Id!.Value), client.Model.Model);
    }

    private string? Said(ActionNode claim, Dictionary<string, Opinion> opinions, string? failure) =>
        failure is not null ? $"The model \u201c{client.Model.Name}\u201d gave no opinion. {failure}"
        : opinions.GetValueOrDefault(claim.Id!.Value.Value) is { } opinion
            ? $"In the opinion of the model \u201c{client.Model.Name}\u201d: {opinion.Word}, "
                + $"because {opinion.Reason} It counts as nothing."
            : null;

    private async Task<(string Answer, string? Failure)> AskAsync(VerificationRequest request, CancellationToken ct)
    {
        var question = $"{Quoted.Question(request.Question.Record)}\n\n{Quoted.Evidence(request.Evidence.Items, MostEvidence)}\n"
            + $"<explanation>\n{Quoted.Escape(ExplanationWriter.Write(request.Graph))}\n</explanation>";
        lock (_remembering)
            if (_answers.TryGetValue(question, out var known)) return (known, null);
        try
        {
            var answer = await AskAsync(question, ct);
            lock (_remembering)
            {
                if (_answers.Count >= MostRemembered) _answers.Clear();
                _answers[question] = answer;
            }
            return (answer, null);
        }
        catch (ModelUnavailableException unavailable)
        {
            return ("", unavailable.Message);
        }
    }

    private async Task<string> AskAsync(string question, CancellationToken ct)
    {
        var kernel = JobKernel.Build(client.Chat);
        var agent = new KernelAgent(kernel, client.Model, new RunBudget(client.Model), client.Clock);
        var text = new StringBuilder();
        List<ChatMessage> history =
            [new(ChatRole.System, await Prompt.Judge.RenderAsync(kernel, ct)), new(ChatRole.User, question)];
        await foreach (var piece in agent.RunAsync(history, ct))
            if (piece is AgentPiece.Text said) text.Append(said.Chunk);
        return text.ToString();
    }
}

/// <summary>A configured model as judge.</summary>
public static class ModelJudges
{
    /// <summary>The judge, after the verifiers that are registered already.</summary>
    /// <param name="handler">How requests leave; null for a connection of its own.</param>
    public static IServiceCollection AddModelJudge(
        this IServiceCollection services, ChatModel model, ModelKey key, Func<HttpMessageHandler>? handler = null) =>
        services.AddSingleton(s => ModelJudge.RegistrationFor(
            model, key, s.GetService<TimeProvider>() ?? TimeProvider.System, handler?.Invoke()));
}
