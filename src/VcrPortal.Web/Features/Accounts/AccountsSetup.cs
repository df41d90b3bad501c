using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Forms;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.External;
using VcrPortal.Web.Features.Accounts.FirstAdministrator;
using VcrPortal.Web.Features.Accounts.Passkeys;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts;

internal static class AccountsSetup
{
    /// <summary>A cookie is compared with the database once in so long.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>A cookie that nobody used for so long opens nothing.</summary>
    public static readonly TimeSpan CookieLasts = TimeSpan.FromDays(14);

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(AccountsOptions.Section);
        services.AddOptions<AccountsOptions>().BindAll(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccountsOptions>, ValidateAccountsOptions>();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        var options = section.Get<AccountsOptions>() ?? new();
        services.AddExternalSignIn(options, authentication);
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "vcr-account";
            o.LoginPath = PortalUrls.SignIn;
            o.ExpireTimeSpan = CookieLasts;
            o.Events.OnValidatePrincipal = Session.ValidateAsync;
        });
        // A changed role, a changed password and "sign out everywhere" are felt within a minute.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = LookAgain);
        services.AddIdentityCore<Account>(Configure).AddEntityFrameworkStores<PortalDb>().AddSignInManager().AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<RoleClaims>();
        // Identity's store works on one tracking context for each request; all else opens its own.
        services.AddScoped(s =>
        {
            var db = s.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            return db;
        });
        services.AddScoped<AuthenticationStateProvider, RevalidateCircuits>();
        services.AddSingleton<AdminToken>().AddSingleton<EndedSessions>().AddSingleton<WrongTries>();
        services.AddSingleton<KnownBrowsers>().AddSingleton<SessionCheck>().AddSingleton<HubSessions>();
        services.AddHostedService(s => s.GetRequiredService<HubSessions>());
        services.Configure<HubOptions>(o => o.AddFilter<HubSessions>());
        services.AddScoped<HistoryWriter>().AddScoped<Session>().AddScoped<CheckPassword>().AddScoped<ProvePerson>()
            .AddScoped<ReadOwnAccount>();
        services.AddScoped<AcceptPasskey>().AddScoped<SignInWithPasskey>().AddScoped<AddPasskey>().AddScoped<RenamePasskey>()
            .AddScoped<RemovePasskey>();
        services.AddScoped<ChangePassword>().AddScoped<ChangeEmail>().AddScoped<ChangeSignature>()
            .AddScoped<SignOutEverywhere>().AddScoped<MakeRecoveryCodes>()
            .AddScoped<RecoverAccount>();
        return services.AddScoped<RegisterAccount>().AddScoped<SignIn>().AddScoped<BecomeAdmin>().AddScoped<AppointAdmin>()
            .AddScoped<DeleteAccount>().AddSingleton<ReadPerson>();
    }

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapPost(PortalUrls.SignOut, async (Session session, ClaimsPrincipal user) =>
        {
            await session.EndAsync(user);
            return Results.Redirect(PortalUrls.Home);
        }).OnlyFromOurPages().WithMetadata(new RequiresAttribute(Operation.SignOut));
        app.MapPasskeys();
        app.MapExternalSignIn();
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.AllowedUserNameCharacters = AccountRules.NameCharacters;
        options.Password = new PasswordOptions
        {
            RequiredLength = AccountRules.PasswordLeast,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
            RequiredUniqueChars = 4,
        };
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private sealed class RoleClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<Account>(accounts, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(Caller.RoleClaim, user.Role.ToString()));
            return identity;
        }
    }
}
