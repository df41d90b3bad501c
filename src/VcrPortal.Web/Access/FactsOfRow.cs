using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access.Teams;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access;

/// <summary>Puts what a rule says about facts in terms of a row's own columns, so that a database can do it.</summary>
internal static class FactsOfRow
{
    /// <param name="facts">An object initializer.</param>
    /// <param name="rule">Reads single facts.</param>
    public static Expression<Func<TRow, TResult>> Then<TRow, TResult>(
        this Expression<Func<TRow, ResourceFacts>> facts, Expression<Func<ResourceFacts, TResult>> rule)
    {
        var columns = ((MemberInitExpression)facts.Body).Bindings.Cast<MemberAssignment>()
            .ToDictionary(b => b.Member.Name, b => b.Expression);
        return Expression.Lambda<Func<TRow, TResult>>(new Inline(rule.Parameters[0], columns).Visit(rule.Body), facts.Parameters);
    }

    /// <summary>The same with each fact that the row leaves out: it is what it is by default.</summary>
    public static Expression<Func<TRow, ResourceFacts>> Whole<TRow>(this Expression<Func<TRow, ResourceFacts>> facts)
    {
        var said = (MemberInitExpression)facts.Body;
        var left = typeof(ResourceFacts).GetProperties().Where(p => p.CanWrite && said.Bindings.All(b => b.Member.Name != p.Name));
        return Expression.Lambda<Func<TRow, ResourceFacts>>(
            said.Update(
                said.NewExpression, [.. said.Bindings, .. left.Select(p => Expression.Bind(p, Expression.Default(p.PropertyType)))]),
            facts.Parameters);
    }

    private sealed class Inline(ParameterExpression facts, Dictionary<string, Expression> columns) : ExpressionVisitor
    {
        // A fact that the row leaves out is what it is by default.
        protected override Expression VisitMember(MemberExpression node) => node.Expression != facts ? base.VisitMember(node)
            : columns.TryGetValue(node.Member.Name, out var column) ? column
            : Expression.Constant(node.Type.IsValueType ? Activator.CreateInstance(node.Type) : null, node.Type);
    }
}

/// <summary>What the permission table asks of a row and of who wants something of it.</summary>
internal sealed record FoundFacts
{
    public required bool IsPrivate { get; init; }
    public required bool IsClosed { get; init; }
    public required bool IsOwner { get; init; }
    public required bool IsInvited { get; init; }

    /// <returns>Null when there is no such row.</returns>
    public static Task<FoundFacts?> FindAsync<TRow>(PortalDb db, int number, Caller caller, CancellationToken ct)
        where TRow : class, IResourceRow<TRow> =>
        (db is SqlServerDb ? Query<TRow>.SqlServer : Query<TRow>.Sqlite)(db, number, caller.Key, caller.SharedJob, ct);

    /// <summary>Every verb asks it, so it is compiled once for each kind of row and provider: to build it anew costs as much as the
    /// database's answer.</summary>
    private static class Query<TRow> where TRow : class, IResourceRow<TRow>
    {
        public static readonly Func<PortalDb, int, string, int, CancellationToken, Task<FoundFacts?>>
            Sqlite = Compile(), SqlServer = Compile();

        private static Func<PortalDb, int, string, int, CancellationToken, Task<FoundFacts?>> Compile()
        {
            var facts = TRow.Facts.Whole();
            // Numbers of jobs begin at 1, so that a caller without a shared link matches none.
            return EF.CompileAsyncQuery((PortalDb db, int number, string key, int shared, CancellationToken ct) =>
                db.Set<TRow>().Select(facts).Where(f => f.Number == number).Select(f => new FoundFacts
                {
                    IsPrivate = f.IsPrivate,
                    IsClosed = f.IsClosed,
                    IsOwner = f.OwnerKey == key || db.Set<TeamMemberRow>().Any(m => m.AccountKey == key && m.TeamKey == f.OwnerKey),
                    IsInvited = f.GuestsOfJob == shared || db.Set<GuestRow>().Any(g => g.JobNumber == f.GuestsOfJob && g.AccountKey == key)
                        || db.Set<TeamMemberRow>().Any(m => m.AccountKey == key && db.Set<TeamMemberRow>()
                            .Any(mate => mate.TeamKey == m.TeamKey && mate.AccountKey == f.OwnerKey)),
                }).FirstOrDefault());
        }
    }
}
