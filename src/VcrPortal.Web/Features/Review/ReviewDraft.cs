using System.Collections.Immutable;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Review;

/// <summary>What a reviewer has typed so far.</summary>
/// <param name="Note">To whoever looks at it next.</param>
public sealed record ReviewDraft(ImmutableArray<ClaimAnswer> Answers, string? Note)
{
    public static ReviewDraft Empty { get; } = new([], null);

    /// <summary>The most characters of a draft, as JSON.</summary>
    public const int MostCharacters = 200_000;

    public static ReviewDraft Read(string json) => json.Length == 0 ? Empty : PortalJson.Read<ReviewDraft>(json);

    public string Write() => this == Empty ? "" : PortalJson.Write(this);
}
