using System.Globalization;

namespace VcrPortal.Web.Hosting;

/// <summary>
/// The portal speaks English with the same numbers, dates and order of letters on every machine. ICU is there, because SQL Server's client
/// refuses to work without it, and with ICU the machine's language (<c>LANG</c>) would otherwise decide: <c>20.000</c> for 20,000.
/// </summary>
internal static class MachineLanguage
{
    /// <summary>Before anything else runs; every thread that begins later has it too.</summary>
    public static void Ignore()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}
