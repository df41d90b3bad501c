using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Launch;

/// <param name="Jobs">That may wait or run at the same time.</param>
/// <param name="BatchRecords">The most records of one batch.</param>
/// <param name="Batches">Unfinished.</param>
internal sealed record LaunchQuota(int Jobs, int BatchRecords, int Batches);

/// <summary>Section <c>Launch</c>: who may start how much.</summary>
public sealed class LaunchOptions
{
    public const string Section = "Launch";

    /// <summary>Null: on a developer's own machine (environment Development) yes, elsewhere no.</summary>
    public bool? AllowVisitors { get; set; }

    /// <summary>Jobs of one visitor that may wait or run at the same time, 1 to 1000.</summary>
    public int VisitorQuota { get; set; } = 5;

    /// <summary>Records of one visitor's batch, 1 to 100,000.</summary>
    public int VisitorBatchLimit { get; set; } = 500;

    /// <summary>Unfinished batches of one visitor, 1 to 100.</summary>
    public int VisitorBatches { get; set; } = 1;

    /// <summary>Jobs of one account that may wait or run at the same time, 1 to 1000.</summary>
    public int AccountQuota { get; set; } = 20;

    /// <summary>Records of one account's batch, 1 to 100,000.</summary>
    public int AccountBatchLimit { get; set; } = 20_000;

    /// <summary>Unfinished batches of one account, 1 to 100.</summary>
    public int AccountBatches { get; set; } = 3;

    /// <summary>Tokens that the language models of one account may use in a month by UTC, 1,000 to 100 billion; null: no limit.</summary>
    public long? AccountMonthlyTokens { get; set; }

    /// <summary>The same of one visitor.</summary>
    public long? VisitorMonthlyTokens { get; set; }

    internal SitePolicy Site => new(AllowVisitors == true);

    /// <param name="own">What an administrator said of this account; 0 takes launching from it, batches too.</param>
    internal LaunchQuota QuotaOf(Caller caller, int? own) => caller.IsSignedIn
        ? new(own ?? AccountQuota, AccountBatchLimit, own == 0 ? 0 : AccountBatches)
        : new(VisitorQuota, VisitorBatchLimit, VisitorBatches);

    internal async Task<LaunchQuota> QuotaOfAsync(PortalDb db, Caller caller, CancellationToken ct) =>
        QuotaOf(caller, caller.IsSignedIn ? await db.Users.Where(a => a.Id == caller.Key).Select(a => a.LaunchQuota).FirstOrDefaultAsync(ct)
            : null);
}

internal sealed class ValidateLaunchOptions : IValidateOptions<LaunchOptions>
{
    public ValidateOptionsResult Validate(string? name, LaunchOptions options)
    {
        List<string> problems = [];
        if (options.VisitorQuota is < 1 or > 1000) problems.Add("Launch:VisitorQuota must be from 1 to 1000, for example 5.");
        if (options.VisitorBatchLimit is < 1 or > 100_000) problems.Add(
            "Launch:VisitorBatchLimit must be from 1 to 100000, for example 500.");
        if (options.VisitorBatches is < 1 or > 100) problems.Add("Launch:VisitorBatches must be from 1 to 100, for example 1.");
        if (options.AccountQuota is < 1 or > 1000) problems.Add("Launch:AccountQuota must be from 1 to 1000, for example 20.");
        if (options.AccountBatchLimit is < 1 or > 100_000) problems.Add(
            "Launch:AccountBatchLimit must be from 1 to 100000, for example 20000.");
        if (options.AccountBatches is < 1 or > 100) problems.Add("Launch:AccountBatches must be from 1 to 100, for example 3.");
        Tokens(nameof(options.AccountMonthlyTokens), options.AccountMonthlyTokens);
        Tokens(nameof(options.VisitorMonthlyTokens), options.VisitorMonthlyTokens);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Tokens(string key, long? value)
        {
            if (value is < 1000 or > 100_000_000_000)
                problems.Add($"Launch:{key} must be from 1000 to 100000000000, for example 5000000, or left out for no limit.");
        }
    }
}
