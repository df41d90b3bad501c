using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace VcrPortal.Web.Tests;

/// <summary>bUnit asks for AngleSharp.Diffing 1.1; the registry holds 0.17, which has the members it uses (see eng/RegistryGaps.targets).</summary>
internal static class AngleSharpDiffing
{
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "shim", "AngleSharp.Diffing.dll")) : null;
}
