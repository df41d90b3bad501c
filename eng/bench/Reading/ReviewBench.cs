using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Bench.Browse;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Editing;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Primitives;
using VcrPortal.Web.Features.Primitives.Proposals;
using VcrPortal.Web.Features.Review;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Revisions.Edit;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Bench.Reading;

/// <summary>What reviewers and editors wait for: the next item of a full queue, a dry run over a full corpus, and the editor's answer to an
/// edit. What a browser paints is not in the times.</summary>
internal static class ReviewBench
{
    private const int Traces = 20_000, Queued = 5_000, Taken = 60;

    /// <summary>Different traces; the corpus repeats them under other numbers.</summary>
    private const int Shapes = 100;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("vcr-bench-").FullName;
        try
        {
            await using var portal = PortalHost.Build(
                ["--contentRoot", folder, "--urls", "http://127.0.0.1:0", "--no-samples", "--role", "portal",
                "--Logging:LogLevel:Default=None"]);
            await portal.StartAsync();
            await FillAsync(portal.Services);
            return [await NextAsync(portal.Services), .. await DryRunAsync(portal.Services), Edit(40, "under 100 ms"),
                Edit(300, "under 300 ms")];
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static async Task FillAsync(IServiceProvider services)
    {
        var (databases, save) = (services.GetRequiredService<IDbContextFactory<PortalDb>>(), services.GetRequiredService<SaveTrace>());
        var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await using (var db = await databases.CreateDbContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await save.RunManyAsync(
                db, [.. Enumerable.Range(0, Shapes).Select(shape => TraceOf(shape, TextOf(shape)))], new TraceOwner("someone", false), now,
                default);
            await transaction.CommitAsync();
        }
        await NarrowRows.MultiplyAsync(databases, Shapes, Traces);
        await NarrowRows.MultiplyTextsAsync(databases, Shapes, Traces);
        await using var queue = await databases.CreateDbContextAsync();
        queue.Reviews.AddRange(Enumerable.Range(1, Queued).Select(n => new ReviewRow
        {
            TraceNumber = n,
            Revision = 1,
            Needed = 2,
            Rubric = Rubric.Newest.Version,
            QueuedBy = "someone",
            QueuedAt = now.AddSeconds(n),
        }));
        await queue.SaveChangesAsync();
    }

    /// <summary>In every tenth shape, one claim would become the proposed primitive.</summary>
    private static string TextOf(int shape)
    {
        var text = ExplanationWriter.Write(RandomGraphs.Build(20, 28, shape));
        return shape % 10 == 0 ? text + "\nbinds_to(id=\"b1\", actor=\"X1\", target=\"P3\", via=\"traps it\")\n" : text;
    }

    private static NewTrace TraceOf(int number, string text)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var record = new PerturbationRecord([new CellContext("C32")], [new Perturbation(PerturbationKind.Chemical, "compound " + name)]);
        return new(
            null, record, PortalJson.Write(record), "bench", TraceState.Published, null,
            [new GenerationEvent.RevisionWritten(1, text, "as it was written", false)], "A report.", [],
            ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty, [])
        {
            ImportHash = name,
        };
    }

    /// <summary>Each time another reviewer: what is reserved already is found faster.</summary>
    private static async Task<Row> NextAsync(IServiceProvider services)
    {
        var (next, read) = (services.GetRequiredService<TakeNext>(), services.GetRequiredService<ReadReview>());
        List<TimeSpan> times = [];
        for (var i = -5; i < Taken; i++)
        {
            var reviewer = new Caller($"r{i}", PortalRole.Reviewer);
            var start = Stopwatch.GetTimestamp();
            var (trace, revision) = await next.RunAsync(new(), reviewer, default)
                ?? throw new InvalidOperationException("The queue has nothing.");
            if (await read.RunAsync(trace, revision, reviewer, default) is not { IsReserved: true }) throw new InvalidOperationException(
                "It is not reserved.");
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(start));
        }
        return new(
            $"the next item of a queue of {Queued:N0} reviews, reserved and read ({Traces:N0} traces in SQLite, {Taken} reviewers)",
            Spreads.Measure(times), null, null, "under 200 ms");
    }

    private static async Task<IReadOnlyList<Row>> DryRunAsync(IServiceProvider services)
    {
        var draft = new PrimitiveDraft(
            "sequesters", PrimitiveCategory.Interaction, "One molecule holds another so that it can not act.", true, false, ClaimKind.Other,
            [
                new("actor", ArgumentKind.Entity, true, "what holds"), new("target", ArgumentKind.Entity, true, "what is held"),
            ],
            null, "sequesters(id=\"n1\", actor=\"BCL-2\", target=\"BIM\")", "", "", "", "traps");
        var (ana, rea) = (new Caller("ana", PortalRole.Contributor), new Caller("rea", PortalRole.Reviewer));
        if (await services.GetRequiredService<ProposePrimitive>().RunAsync(draft, ana, default) is not ProposalOutcome.Done(var number, _))
            throw new InvalidOperationException("It was not proposed.");
        var run = services.GetRequiredService<DryRunProposal>();
        var (first, again) = (await TimeAsync(run, number, rea), await TimeAsync(run, number, rea));
        return
        [
            new($"a dry run of a proposal over {Traces:N0} traces", Row.Milliseconds(first), null, null, "under 10 s"),
            new("the same again", Row.Milliseconds(again), null, null, "under 1 s"),
        ];
    }

    private static async Task<TimeSpan> TimeAsync(DryRunProposal run, int number, Caller caller)
    {
        var start = Stopwatch.GetTimestamp();
        if (await run.RunAsync(number, caller, default) is not { Looked: Traces, Claims: Traces / 10 }) throw new InvalidOperationException(
            "The dry run found something else.");
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>A sign in the middle is turned: the draft changes, and all that is said about it is worked out anew.</summary>
    private static Row Edit(int nodes, string target)
    {
        var draft = GraphDraft.From(RandomGraphs.Build(nodes, nodes * 3 / 2, nodes));
        var report = string.Join(' ', Enumerable.Range(0, nodes).Select(i => $"The activity of P{i} [n{i + 1}] is expected to rise."));
        var turn = new DraftEdit.ChangeArgument(
            draft.Graph.Actions[nodes / 3].Id, "direction", new ArgumentValue.Text("down"));
        var time = Stopwatches.Median(() =>
        {
            if (draft.Apply(turn) is not EditOutcome.Applied(var after)
                || DraftAnswer.To(draft.Graph, after.Graph, report).Effects.IsEmpty) throw new InvalidOperationException("No effect.");
        });
        return new(
            $"the editor's answer to an edit: diagnostics, differences, what else changes ({nodes} claims, {nodes} sentences)",
            Row.Milliseconds(time), null, null, target);
    }
}
