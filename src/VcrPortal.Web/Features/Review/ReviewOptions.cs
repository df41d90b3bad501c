using System.ComponentModel.DataAnnotations;

namespace VcrPortal.Web.Features.Review;

/// <summary>How reviews are made.</summary>
public sealed record ReviewOptions
{
    public const string Section = "Review";

    /// <summary>How many people judge one revision, each by themselves.</summary>
    [Range(1, 9)]
    public int Reviewers { get; init; } = 2;

    /// <summary>How long a reservation holds after whoever has it was last heard of.</summary>
    [Range(1, 1440)]
    public int ReservationMinutes { get; init; } = 60;
}
