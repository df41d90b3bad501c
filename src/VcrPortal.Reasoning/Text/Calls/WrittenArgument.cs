using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Text.Calls;

/// <summary>An argument as it stands in the text, before aliases and types.</summary>
/// <param name="Name">Null for a value without a name.</param>
/// <param name="IsBare">The value is written without quotes.</param>
/// <param name="AfterSemicolon">It follows a semicolon rather than a comma.</param>
internal sealed record WrittenArgument(
    string? Name, TextSpan NamePlace, ArgumentValue Value, TextSpan ValuePlace, bool IsBare = false, bool AfterSemicolon = false);
