using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Primitives.Catalogue;

/// <summary>The vocabulary in use, with what the public traces of this portal make of it.</summary>
[Requires(Operation.ReadPrimitives)]
public sealed class ReadPrimitives(IDbContextFactory<PortalDb> databases, GraphCache graphs, VocabularyInUse vocabulary)
{
    /// <summary>Examples of one primitive.</summary>
    public const int MostExamples = 5;

    /// <returns>In the order of the vocabulary; null when the caller may not.</returns>
    public async Task<ImmutableArray<PrimitiveUse>?> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadPrimitives)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await UsesAsync(db, caller, ct);
    }

    /// <returns>Null when there is none of this name.</returns>
    public async Task<PrimitivePageView?> FindAsync(string name, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadPrimitives) || vocabulary.Now.Find(name) is null) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var use = (await UsesAsync(db, caller, ct)).FirstOrDefault(u => u.Primitive.Name == name);
        if (use is null) return null;
        var proposals = await db.Proposals.Where(p => p.Name == name).OrderBy(p => p.Number).Select(p => new { p.Number, p.State })
            .ToListAsync(ct);
        var json = await db.AcceptedPrimitives.Where(p => p.Name == name).Select(p => p.DraftJson).FirstOrDefaultAsync(ct);
        return new(
            use, await ExamplesAsync(db, name, caller, ct), json is null ? null : PortalJson.Read<PrimitiveDraft>(json),
            [.. proposals.Select(p => (p.Number, p.State))]);
    }

    private async Task<ImmutableArray<PrimitiveUse>> UsesAsync(PortalDb db, Caller caller, CancellationToken ct)
    {
        var open = db.Traces.NotHeldBack(db, caller).Where(t => !t.IsPrivate);
        var counts = (await db.TraceScores.Where(s => s.Kind == ScoreKind.Primitive && open.Any(t => t.Number == s.TraceNumber))
            .GroupBy(s => s.Name)
            .Select(g => new
            {
                Name = g.Key,
                Uses = g.Sum(s => s.Count),
                Traces = g.Count(),
                Judged = g.Sum(s => s.Supported + s.Refuted + s.Disputed),
                Refuted = g.Sum(s => s.Refuted),
            }).ToListAsync(ct)).ToFrozenDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        var rows = (await db.AcceptedPrimitives.ToListAsync(ct)).ToFrozenDictionary(r => r.Name, StringComparer.Ordinal);
        return
        [
            .. from primitive in vocabulary.Now.Primitives
               let count = counts.GetValueOrDefault(primitive.Name)
               let row = rows.GetValueOrDefault(primitive.Name)
               select new PrimitiveUse(
                   primitive, row?.Since ?? PrimitiveVocabulary.Vcr20.Version, row?.ObsoleteSince, row?.ReplacedBy, count?.Uses ?? 0,
                   count?.Traces ?? 0, count?.Judged ?? 0, count?.Refuted ?? 0),
        ];
    }

    private async Task<ImmutableArray<PrimitiveExample>> ExamplesAsync(PortalDb db, string name, Caller caller, CancellationToken ct)
    {
        var (folded, scores) = (name.ToLowerInvariant(), db.TraceScores);
        var traces = await db.Traces.VisibleTo(db, caller).Where(t => t.State == TraceState.Published
                && scores.Any(s => s.TraceNumber == t.Number && s.Kind == ScoreKind.Primitive && s.Name == folded))
            .OrderByDescending(t => t.Number).Take(MostExamples).Select(t => new { t.Number, t.Title, t.Revision }).ToListAsync(ct);
        var found = ImmutableArray.CreateBuilder<PrimitiveExample>();
        foreach (var trace in traces)
        {
            var text = await db.TraceRevisions.Where(r => r.TraceNumber == trace.Number && r.Revision == trace.Revision)
                .Select(r => new { r.Hash, r.Text }).SingleAsync(ct);
            if (graphs.Read(text.Hash, text.Text).Graph.Actions.FirstOrDefault(a => a.Name == name && a.Id is not null) is { } action)
                found.Add(new(trace.Number, trace.Title, action.Id!.Value.Value, ExplanationWriter.Write(action)));
        }
        return found.ToImmutable();
    }
}
