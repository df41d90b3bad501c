using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Models;

/// <summary>What became of a test of a model.</summary>
public abstract record TestModelOutcome
{
    private TestModelOutcome() { }

    public sealed record Tested(ProbeOutcome Outcome) : TestModelOutcome;
    public sealed record NotFound : TestModelOutcome;
    public sealed record NotAllowed : TestModelOutcome;
}

/// <summary>Asks a configured model one short question. It costs a few tokens, so it is written down who did.</summary>
[Requires(Operation.TestModel)]
public sealed class TestModel(ConfiguredModels models, IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    public async Task<TestModelOutcome> RunAsync(string name, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.TestModel)) return new TestModelOutcome.NotAllowed();
        if (models.All.FirstOrDefault(m => m.Model.Name == name) is not { } model) return new TestModelOutcome.NotFound();
        if (model.Missing is { } missing) return new TestModelOutcome.Tested(new ProbeOutcome.Failed(missing));
        var outcome = await ModelProbe.RunAsync(model.Model, model.Key, clock, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        HistoryWriter.Add(
            db, caller, Operation.TestModel, HistorySubject.Models, clock.GetUtcNow().UtcDateTime,
            $"{model.Model.Name}: {Word(outcome)}");
        await db.SaveChangesAsync(ct);
        return new TestModelOutcome.Tested(outcome);
    }

    private static string Word(ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Answered => "answered",
        ProbeOutcome.Unexpected => "answered something else",
        _ => "failed",
    };
}
