using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>Section <c>Jobs</c>.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Jobs that this process runs at the same time, 1 to 64.</summary>
    public int Workers { get; set; } = 2;

    /// <summary>Interactive jobs that may wait at the same time, 1 to 100,000.</summary>
    public int QueueLimit { get; set; } = 1000;

    /// <summary>Records of one batch, 1 to 100,000.</summary>
    public int BatchLimit { get; set; } = 20_000;

    /// <summary>After so many crashed attempts a job ends as interrupted, 1 to 20.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>Events of one job; a job that makes more ends as failed. 1,000 to 1,000,000.</summary>
    public int EventLimit { get; set; } = 100_000;
}

internal sealed class ValidateJobOptions : IValidateOptions<JobOptions>
{
    public ValidateOptionsResult Validate(string? name, JobOptions options)
    {
        List<string> problems = [];
        Check(problems, nameof(options.Workers), options.Workers, 1, 64, 2);
        Check(problems, nameof(options.QueueLimit), options.QueueLimit, 1, 100_000, 1000);
        Check(problems, nameof(options.BatchLimit), options.BatchLimit, 1, 100_000, 20_000);
        Check(problems, nameof(options.Attempts), options.Attempts, 1, 20, 3);
        Check(problems, nameof(options.EventLimit), options.EventLimit, 1000, 1_000_000, 100_000);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Check(List<string> problems, string key, int value, int least, int most, int good)
    {
        if (value < least || value > most) problems.Add($"{JobOptions.Section}:{key} must be from {least} to {most}, for example {good}.");
    }
}
