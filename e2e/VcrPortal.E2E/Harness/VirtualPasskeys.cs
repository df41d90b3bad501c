using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>A device with a lock, as Chromium plays it (the WebAuthn domain of its DevTools protocol). Says yes to every question at
/// once.</summary>
public sealed class VirtualPasskeys
{
    private readonly ICDPSession _devTools;
    private readonly string _id;

    private VirtualPasskeys(ICDPSession devTools, string id) => (_devTools, _id) = (devTools, id);

    public static async Task<VirtualPasskeys> PlugInAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        var added = await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(devTools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    public async Task<int> CountAsync()
    {
        var kept = await _devTools.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = _id });
        return kept!.Value.GetProperty("credentials").GetArrayLength();
    }
}
