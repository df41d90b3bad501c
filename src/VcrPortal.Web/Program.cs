using VcrPortal.Web.CommandLine;
using VcrPortal.Web.Hosting;

MachineLanguage.Ignore();
if (CommandLineVerbs.NamesFiles(args)) StartFolder.EnterThatOfTheCaller();
return await CommandLineVerbs.TryRunAsync(args, Console.Out, Console.Error) ?? await PortalHost.RunAsync(CommandLineVerbs.Settings(args));

/// <summary>Named, so that a test can start the portal.</summary>
public partial class Program;
