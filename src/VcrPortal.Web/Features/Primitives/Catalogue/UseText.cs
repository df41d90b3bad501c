using System.Globalization;
using System.Text.RegularExpressions;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Primitives.Catalogue;

/// <summary>Primitives in words.</summary>
internal static partial class UseText
{
    /// <summary>"1,204 claims in 311 traces; 12 of 340 judged are contradicted".</summary>
    public static string For(PrimitiveUse use) => use.Uses == 0 ? "not used yet" : string.Create(
        CultureInfo.InvariantCulture,
        $"{use.Uses:N0} {(use.Uses == 1 ? "claim" : "claims")} in {use.Traces:N0} {(use.Traces == 1 ? "trace" : "traces")}")
        + (use.Judged == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; {use.Refuted:N0} of {use.Judged:N0} judged contradicted"));

    public static string For(ArgumentDefinition argument) => For(argument.Kind);

    /// <summary>What claims are judged as: "protein function".</summary>
    public static string For(ClaimKind kind) => kind == ClaimKind.Other ? "no test available" : Words().Replace(kind.ToString(), " $0")
        .TrimStart().ToLowerInvariant();

    public static string For(ArgumentKind kind) => kind switch
    {
        ArgumentKind.ActionId => "id of the claim",
        ArgumentKind.EntityList => "list of entities",
        ArgumentKind.Direction => "up or down",
        ArgumentKind.OntologyId => "ontology term",
        _ => kind.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();
}
