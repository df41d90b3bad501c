using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace VcrPortal.Web.Data;

/// <summary>
/// Which SQLite is used. Managed: EF asks for SQLitePCLRaw.core 2.1, and where the registry holds only 2.0.6 that one lies beside the program
/// (eng/RegistryGaps.targets). Native: the system's library when it is 3.38 or newer (faster, with JSON operators), else the bundled one.
/// </summary>
internal static class SqliteLibrary
{
    private const int Wanted = 3_038_000;
    private static readonly string[] s_system = ["libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib"];

#pragma warning disable CA2255 // The first use of a SQLite type anywhere must find the library, so this runs before all of them.
    [ModuleInitializer]
    internal static void Prepare()
    {
        AssemblyLoadContext.Default.Resolving += ResolveCore;
        if (FindSystemLibrary() is not { } handle || FindProvider() is not { } provider) return;
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? handle : IntPtr.Zero);
    }
#pragma warning restore CA2255

    private static Assembly? ResolveCore(AssemblyLoadContext context, AssemblyName name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "SQLitePCLRaw.core.dll");
        return name.Name == "SQLitePCLRaw.core" && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }

    private static Assembly? FindProvider()
    {
        try { return Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"); }
        catch (FileNotFoundException) { return null; }
    }

    private static IntPtr? FindSystemLibrary()
    {
        foreach (var name in s_system)
        {
            if (!NativeLibrary.TryLoad(name, out var handle)) continue;
            if (VersionOf(handle) >= Wanted) return handle;
            NativeLibrary.Free(handle);
        }
        return null;
    }

    private static int VersionOf(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)()
            : 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
