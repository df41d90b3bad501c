using System.Globalization;
using System.Net.Sockets;
using System.Text;

#pragma warning disable CA1050 // The runtime looks for this name, in no namespace, in what DOTNET_STARTUP_HOOKS names.

/// <summary>
/// Loaded into a measured process, ours or a baseline's: whoever connects to the socket at <see cref="Variable"/> makes it collect all
/// garbage and gets the bytes that live. So no product has a door for it.
/// </summary>
internal static class StartupHook
{
    public const string Variable = "VCR_HEAP_PROBE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } path) new Thread(() => Answer(path)) { IsBackground = true }.Start();
    }

    private static void Answer(string path)
    {
        File.Delete(path); // of a process that was killed
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        probe.Bind(new UnixDomainSocketEndPoint(path));
        probe.Listen();
        while (true)
        {
            using var asked = probe.Accept();
            asked.Send(Encoding.ASCII.GetBytes(LiveBytes().ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static long LiveBytes()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
