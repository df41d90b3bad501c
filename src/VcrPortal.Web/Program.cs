return await VcrPortal.Web.PortalHost.RunAsync(args);

/// <summary>Named, so that a test can start the portal.</summary>
public partial class Program;
