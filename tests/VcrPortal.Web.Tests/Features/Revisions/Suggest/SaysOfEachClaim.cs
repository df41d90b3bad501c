using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Revisions.Suggest;

/// <summary>A check that supports every claim, and says when it looked.</summary>
internal sealed class SaysOfEachClaim : IVerifier
{
    public const string Called = "DTI", Again = "Looked at again.";

    public string Name => Called;
    public string Version => "1";

    /// <summary>The only check of a portal.</summary>
    public static void Checks(IServiceCollection services) => services.AddSingleton(
        s => new VerifyAgain(
            new QuestionGrounding(s.GetRequiredService<KnowledgeIndex>(), s.GetRequiredService<EntityRecognizer>()),
            [new SaysOfEachClaim()]));

    public async IAsyncEnumerable<Verdict> VerifyAsync(
        VerificationRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var action in request.Graph.Actions)
            if (action.Id is { Value: var id })
                yield return Samples.Verdict(id, VerdictKind.Supported, verifier: Called) with { Reason = Again };
    }
}
