using System.Collections.Immutable;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Features.Collections;

/// <summary>A collection as lists show it.</summary>
/// <param name="Owner">The name of a person or a team; null once the account is gone.</param>
/// <param name="IsOfTeam">A team owns it.</param>
/// <param name="MayEdit">The reader may put things into it.</param>
public sealed record CollectionSummary(
    int Number, string Title, string About, string? Owner, bool IsOfTeam, bool IsPrivate, DateTime ChangedAt, bool MayEdit);

/// <summary>A trace, or one claim of it, as a collection shows it.</summary>
/// <param name="Revision">The frozen one that was looked at when it was put in.</param>
/// <param name="Text">What was found, or what the claim says.</param>
/// <param name="Counts">The counts of that revision; null for a claim.</param>
/// <param name="Hash">SHA-256 of the frozen revision.</param>
/// <param name="IsPrivate">Its trace is: others who read the collection do not learn that it is in there.</param>
public sealed record CollectedItem(
    ItemKey Key, int Revision, string Title, string Text, VerdictCounts? Counts, string Note, DateTime At, string Hash, bool IsPrivate);

/// <summary>A collection with those of its things that its reader may see, in their order.</summary>
/// <param name="Version">Counts its changes.</param>
/// <param name="Hash">SHA-256 of its title and of the revisions, claims and notes in it that are public: the same whoever asks.</param>
/// <param name="Public">How many public things are in it, those that its reader still has to judge among them.</param>
public sealed record CollectionView(CollectionSummary Summary, int Version, ImmutableArray<CollectedItem> Items, string Hash, int Public)
{
    /// <summary>Those that not everybody sees.</summary>
    public int Private => Items.Count(i => i.IsPrivate);

    /// <summary>Those that wait for the judgement of this reader, who is not shown them before.</summary>
    public int HeldBack => Public - (Items.Length - Private);
}
