using VcrPortal.Web.Features.Moderation;

namespace VcrPortal.Web.Tests.Data.Statements;

// Of moderation: flags.
public partial class StatementTests
{
    /// <summary>An open flag on somebody else's comment.</summary>
    private static (string Column, object? Value)[] FlagValue =>
    [
        .. CommentValue, ("Kind", "Comment"), ("Target", 1), ("Reason", "Spam"), ("FlaggerKey", "bob"), ("AuthorKey", "v"),
        ("FROM [Flags] State", "Open"), ("FROM [Flags] Note", null), ("DecidedBy", null), ("DecidedAt", null), ("Decision", null),
        ("Id", "ana"),
    ];

    private static Dictionary<Type, Run[]> ModerationRuns => new()
    {
        [typeof(FlagContent)] =
        [
            .. Enum.GetValues<FlagKind>().Select(kind => new Run(
                s => s.Get<FlagContent>().RunAsync(new(kind, 1, FlagReason.Spam), Editor, default),
                [.. FlagValue, ("FROM [Flags]", null)])),
        ],
        [typeof(DecideFlag)] =
        [
            new(s => s.Get<DecideFlag>().RunAsync(new(1, FlagState.Upheld, FlagState.Open, "why"), Editor, default), FlagValue),
        ],
        [typeof(ListFlags)] =
        [
            new(s => s.Get<ListFlags>().RunAsync(new(), Editor, default), FlagValue),
            new(s => s.Get<ListFlags>().RunAsync(new(null, true), Editor, default), FlagValue),
        ],
        [typeof(ReadFlags)] =
        [
            new(s => s.Get<ReadFlags>().FindAsync(FlagKind.Comment, 1, Editor, default), FlagValue),
            new(s => s.Get<ReadFlags>().UpheldAsync(FlagKind.Comment, 1, Editor, default), FlagValue),
        ],
    };
}
