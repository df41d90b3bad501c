using System.Linq.Expressions;

namespace VcrPortal.Web.Access;

/// <summary>What a row says about who may see it and do something to it, in words that every kind of row shares.</summary>
public sealed record ResourceFacts
{
    /// <summary>The row's own.</summary>
    public required int Number { get; init; }
    /// <summary>The key of an account, a visitor or a team.</summary>
    public required string OwnerKey { get; init; }
    public required bool IsPrivate { get; init; }
    /// <summary>As in <see cref="Resource"/>.</summary>
    public bool IsClosed { get; init; }
    /// <summary>The job whose guests may see it too; null where nobody can be invited.</summary>
    public int? GuestsOfJob { get; init; }
}

/// <summary>A row that belongs to somebody and may be private: a job, a trace, a batch.</summary>
public interface IResourceRow<TRow> where TRow : class, IResourceRow<TRow>
{
    /// <summary>An object initializer of columns, which becomes a part of the SQL.</summary>
    static abstract Expression<Func<TRow, ResourceFacts>> Facts { get; }

    /// <summary>What whoever sees it does.</summary>
    static abstract Operation Reading { get; }
}
