using System.Linq.Expressions;

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

    private sealed class Inline(ParameterExpression facts, Dictionary<string, Expression> columns) : ExpressionVisitor
    {
        // A fact that the row leaves out is what it is by default.
        protected override Expression VisitMember(MemberExpression node) => node.Expression != facts ? base.VisitMember(node)
            : columns.TryGetValue(node.Member.Name, out var column) ? column
            : Expression.Constant(node.Type.IsValueType ? Activator.CreateInstance(node.Type) : null, node.Type);
    }
}
