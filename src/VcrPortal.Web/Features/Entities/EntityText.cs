using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Claims;

namespace VcrPortal.Web.Features.Entities;

/// <summary>The words of the pages of things.</summary>
internal static class EntityText
{
    /// <summary>Below so many no share is said.</summary>
    private const int FewestForAShare = 10;

    /// <summary>The figures at the head of a page, each with what it counts; none where nothing is claimed.</summary>
    public static ImmutableArray<(string Figure, string Says)> Figures(EntityView entity)
    {
        var (claims, counts) = (entity.Claims, entity.Claims.Counts);
        if (counts.Claims == 0) return [];
        var figures = ImmutableArray.CreateBuilder<(string, string)>();
        figures.Add((Number(counts.Claims), $"{(counts.Claims == 1 ? "claim" : "claims")} in {Traces(claims.Traces)} {(IsWhole(entity.Name)
            ? "of" : "about or by")} {entity.Name.Label}"));
        if (counts.Judged > 0)
            figures.Add((Share(counts.Supported, counts.Judged), "that a test could decide "
                + $"{(counts.Judged == 1 ? "is" : "are")} supported{(counts.Direct > 0 ? $", {Number(counts.Direct)} directly" : "")}"));
        if (claims.Contradicted > 0)
            figures.Add((Number(claims.Contradicted), claims.Contradicted == 1
                ? "claim goes both ways, or is judged both ways" : "claims go both ways, or are judged both ways"));
        if (Direction(entity) is { } direction) figures.Add(direction);
        return figures.ToImmutable();
    }

    /// <summary>Which way most claims about it go.</summary>
    private static (string, string)? Direction(EntityView entity)
    {
        var about = entity.Claims.Kinds.Where(k => !k.IsBy && k.Kind != ClaimKind.Binding).ToList();
        var (rising, falling) = (about.Sum(k => k.Rising), about.Sum(k => k.Falling));
        if (IsWhole(entity.Name) || rising + falling < FewestForAShare) return null;
        return (
            Share(Math.Max(rising, falling), rising + falling), $"with a direction say that it {(falling > rising ? "falls" : "rises")}");
    }

    /// <summary>"90 % of 860", and of few things "7 of 8".</summary>
    private static string Share(int part, int of)
    {
        if (of < FewestForAShare) return $"{Number(part)} of {Number(of)}";
        var share = part == of ? 100 : Math.Min(99, Math.Round(100.0 * part / of)); // not 100 of what is not all
        return string.Create(CultureInfo.InvariantCulture, $"{share:0} % of {of:N0}");
    }

    /// <summary>Whether the claims of its traces are its own.</summary>
    public static bool IsWhole(SearchName name) => name.Field is SearchField.Compound or SearchField.CellLine;

    /// <summary>"41 traces name MAPK1."</summary>
    public static string Summary(EntityView entity) =>
        $"{Traces(entity.Traces)} {(entity.Traces == 1 ? "names" : "name")} {entity.Name.Label}.";

    public static string Traces(int count) => $"{Number(count)} {(count == 1 ? "trace" : "traces")}";

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What claims of a kind say, beside their bar.</summary>
    public static string Kind(ClaimsOfKind of, SearchName name) => of.IsBy ? By(of.Kind) : IsWhole(name) ? Within(of.Kind) : About(of.Kind);

    private static string About(ClaimKind kind) => kind switch
    {
        ClaimKind.Binding => "Something binds it",
        ClaimKind.MoleculeActivity or ClaimKind.PathwayActivity => "Its activity changes",
        ClaimKind.Expression => "Its mRNA rises or falls",
        ClaimKind.Modification => "It gains or loses a mark",
        ClaimKind.Stability => "It is degraded or stabilised",
        ClaimKind.Localisation => "It moves in the cell",
        ClaimKind.ProteinFunction => "It gains or loses function",
        ClaimKind.Complex => "It joins or leaves a complex",
        ClaimKind.Phenotype => "It rises or falls",
        _ => "Other claims about it",
    };

    private static string By(ClaimKind kind) => kind switch
    {
        ClaimKind.Binding => "It binds something",
        ClaimKind.MoleculeActivity or ClaimKind.PathwayActivity => "It changes an activity",
        ClaimKind.Expression => "It changes expression",
        ClaimKind.Modification => "It changes a protein's marks",
        ClaimKind.Stability => "It degrades or stabilises",
        ClaimKind.Localisation => "It moves a protein",
        ClaimKind.ProteinFunction => "Its change gives or takes function",
        ClaimKind.Phenotype => "It changes a phenotype",
        _ => "It acts otherwise",
    };

    private static string Within(ClaimKind kind) => kind switch
    {
        ClaimKind.Binding => "What binds what",
        ClaimKind.MoleculeActivity => "Activity of proteins",
        ClaimKind.PathwayActivity => "Activity of pathways",
        ClaimKind.Expression => "Expression of genes",
        ClaimKind.Modification => "Marks on proteins",
        ClaimKind.Stability => "Degraded or stabilised",
        ClaimKind.Localisation => "Place in the cell",
        ClaimKind.ProteinFunction => "Function lost or gained",
        ClaimKind.Complex => "Complexes",
        ClaimKind.Phenotype => "Phenotypes",
        _ => "Other claims",
    };
}
