using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Features.Review;

/// <summary>How reviews are made.</summary>
public sealed record ReviewOptions
{
    public const string Section = "Review";

    /// <summary>How many people judge one revision, each by themselves: 1 to 9.</summary>
    public int Reviewers { get; init; } = 2;

    /// <summary>How long a reservation holds after whoever has it was last heard of, in minutes: 1 to 1,440.</summary>
    public int ReservationMinutes { get; init; } = 60;
}

internal sealed class ValidateReviewOptions : IValidateOptions<ReviewOptions>
{
    private const int MostReviewers = 9, MinutesOfADay = 1440;

    public ValidateOptionsResult Validate(string? name, ReviewOptions options)
    {
        List<string> problems = [];
        if (options.Reviewers is < 1 or > MostReviewers)
            problems.Add($"Review:Reviewers is {options.Reviewers}; write a number from 1 to {MostReviewers}.");
        if (options.ReservationMinutes is < 1 or > MinutesOfADay)
            problems.Add($"Review:ReservationMinutes is {options.ReservationMinutes}; write a number from 1 to {MinutesOfADay}.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
