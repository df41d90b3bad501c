using VcrPortal.Web.CommandLine;

namespace VcrPortal.Web.Tests.CommandLine;

public sealed class HelpTests
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--help", "--urls", "http://127.0.0.1:0")]
    [InlineData("--urls", "http://127.0.0.1:0", "--help")]
    [InlineData("serve", "--help")]
    [InlineData("help")]
    [InlineData("help", "lint")]
    public async Task Help_IsHelp_WhateverStandsBesideIt(params string[] args)
    {
        Assert.Equal(0, await RunAsync(args));
        Assert.Contains("Usage:", _output.ToString());
        Assert.Equal("", _errors.ToString());
    }

    [Theory]
    [InlineData("lint", "2: nothing could be read")]
    [InlineData("convert", "mermaid")]
    [InlineData("score", "--against")]
    [InlineData("diff", "1: they differ")]
    [InlineData("import", "--to")]
    [InlineData("evaluate", "--from")]
    [InlineData("batch", "--compounds")]
    [InlineData("import-traces", "--unchecked")]
    [InlineData("export-traces", "--to")]
    [InlineData("doctor", "leaves all as it was")]
    [InlineData("backup", "--to")]
    public async Task Help_OfAVerb_NamesItsOptionsAndExitCodes(string verb, string part)
    {
        Assert.Equal(0, await RunAsync(verb, "--help"));
        Assert.Contains(part, _output.ToString());
        Assert.DoesNotContain("additional arguments", _output.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Exit code 0", string.Join(' ', _output.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private async Task<int> RunAsync(params string[] args) => (await CommandLineVerbs.TryRunAsync(args, _output, _errors))!.Value;
}
