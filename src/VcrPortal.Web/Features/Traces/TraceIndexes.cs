using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VcrPortal.Web.Features.Traces;

/// <summary>The indexes that lists of traces are read over. Each begins with what a list is narrowed or sorted by, goes on in the order of
/// lists, and ends with what decides whether a trace is listed: pages and counts of them touch no wide row.</summary>
internal static class TraceIndexes
{
    public static void AddTo(EntityTypeBuilder<TraceRow> builder)
    {
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate });
        builder.HasIndex(t => new { t.Compound, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate });
        builder.HasIndex(t => new { t.CellLine, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate });
        builder.HasIndex(t => new { t.Kinds, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate });
        builder.HasIndex(t => new { t.Ends, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate });
        builder.HasIndex(t => new { t.Talked, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate });
        builder.HasIndex(t => new { t.Against, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate });
        builder.HasIndex(t => new { t.Direct, t.Supported, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate });
        AddCoarse(builder);
        AddRare(builder);
    }

    /// <summary>Adds indexes whose every value has many traces. SQLite keeps no statistics, and where a search could be narrowed by
    /// two indexes it takes the one that was made last; they are made by name. So the less a column tells traces apart, the earlier its
    /// name stands, and all before those of compounds and lines: who looks for a line without votes must not look at every trace without
    /// votes.</summary>
    private static void AddCoarse(EntityTypeBuilder<TraceRow> builder)
    {
        builder.HasIndex(t => new { t.Voted, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate })
            .HasDatabaseName("IX_Traces_A1_Voted");
        builder.HasIndex(t => new { t.Commented, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate })
            .HasDatabaseName("IX_Traces_A2_Commented");
        builder.HasIndex(t => new { t.Review, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate })
            .HasDatabaseName("IX_Traces_A3_Review");
        builder.HasIndex(t => new { t.Judged, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate })
            .HasDatabaseName("IX_Traces_A4_Judged");
        builder.HasIndex(t => new { t.Engine, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate })
            .HasDatabaseName("IX_Traces_A5_Engine");
        builder.HasIndex(t => new { t.Organ, t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate })
            .HasDatabaseName("IX_Traces_A6_Organ");
    }

    /// <summary>Adds indexes that hold only the traces which have the thing: a rare one is found without a look at the others. The
    /// condition is that of <see cref="Browse.ClosedFacet"/> to the letter, or no database uses them; it is no range, or SQLite takes
    /// another index.</summary>
    private static void AddRare(EntityTypeBuilder<TraceRow> builder)
    {
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate, t.Direct })
            .HasFilter("\"Direct\" <> 0");
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate, t.Elsewhere })
            .HasFilter("\"Elsewhere\" <> 0");
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate, t.Refuted })
            .HasFilter("\"Refuted\" <> 0");
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate, t.Disputed })
            .HasFilter("\"Disputed\" <> 0");
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate, t.Undetermined })
            .HasFilter("\"Undetermined\" <> 0");
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate, t.NotTestable })
            .HasFilter("\"NotTestable\" <> 0");
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate, t.Comments })
            .HasFilter("\"Comments\" <> 0");
        builder.HasIndex(t => new { t.ChangedAt, t.Number, t.State, t.KnowsTooLittle, t.IsPrivate, t.Opposed })
            .HasFilter("\"Opposed\" <> 0");
    }
}
