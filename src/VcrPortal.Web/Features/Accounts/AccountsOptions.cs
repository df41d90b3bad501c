using Microsoft.Extensions.Options;
using VcrPortal.Web.Features.Accounts.External;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>Who may read.</summary>
public enum ReadingPolicy { Public, Members }

/// <summary>Who may make an account: everybody, only people with an identity elsewhere, or nobody.</summary>
public enum RegistrationPolicy { Open, External, Closed }

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>With <see cref="ReadingPolicy.Members"/> strangers get the sign-in page everywhere; mind <see cref="Registration"/>
    /// then.</summary>
    public ReadingPolicy Reading { get; set; } = ReadingPolicy.Public;

    public RegistrationPolicy Registration { get; set; } = RegistrationPolicy.Open;

    /// <summary>Who becomes the first administrator at the start, instead of whoever shows the token of the console.</summary>
    public AdministratorOptions? Administrator { get; set; }

    /// <summary>Other sites whose word is taken for who somebody is; their buttons stand on the sign-in page in this order.</summary>
    public IList<ExternalProviderOptions> External { get; } = [];
}

/// <summary>Section <c>Accounts:Administrator</c>; it means something only while there is no administrator.</summary>
public sealed class AdministratorOptions
{
    public const string Section = "Accounts:Administrator";

    public string? Name { get; set; }

    /// <summary>With it the account is made where it is missing, and must have it where it is not. Best given as an environment variable,
    /// and taken away again.</summary>
    public string? Password { get; set; }
}

internal sealed class ValidateAccountsOptions(IHostEnvironment environment) : IValidateOptions<AccountsOptions>
{
    public ValidateOptionsResult Validate(string? name, AccountsOptions options)
    {
        var problems = options.External.SelectMany((provider, index) => provider.Problems($"{ExternalProviderOptions.Section}:{index}"))
            .ToList();
        if (!environment.IsDevelopment())
            problems.AddRange(options.External.Index().Where(p => p.Item.HasStandIn).Select(p =>
                $"Accounts:External:{p.Index}:Instance is on this machine, which only Development accepts; "
                + "leave it out for the public cloud."));
        foreach (var twice in options.External.GroupBy(p => p.IdOrDefault, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            problems.Add(
                $"Accounts:External has two providers with the Id \"{twice.Key}\"; give one of them another Id, for example "
                + $"\"{twice.Key}-2\".");
        if (options.Registration == RegistrationPolicy.External && options.External.Count == 0)
            problems.Add("Accounts:Registration is External, but Accounts:External names no provider; name one, or write Open or Closed.");
        if (options.Administrator is { } admin)
        {
            if (AccountRules.Check(admin.Name, null, mayBeReserved: true) is [var bad, ..]) problems.Add(
                $"Accounts:Administrator:Name cannot be a name here. {bad.Message}");
            if (!string.IsNullOrEmpty(admin.Password) && AccountRules.CheckPassword(admin.Password, admin.Name) is { } weak) problems.Add(
                $"Accounts:Administrator:Password will not do. {weak.Message}");
        }
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
