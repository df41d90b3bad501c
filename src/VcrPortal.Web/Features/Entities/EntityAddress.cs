using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Entities;

/// <summary>The addresses of things: <c>/genes/MAP2K1</c>, <c>/cell-lines/CVCL_1097</c>.</summary>
public static class EntityAddress
{
    /// <returns>Null for a word that is no shelf.</returns>
    public static SearchField? FieldOf(string shelf) => shelf switch
    {
        PortalUrls.Compounds => SearchField.Compound,
        PortalUrls.CellLines => SearchField.CellLine,
        PortalUrls.Genes => SearchField.Gene,
        PortalUrls.Pathways => SearchField.Pathway,
        PortalUrls.Phenotypes => SearchField.Phenotype,
        _ => null,
    };

    /// <returns>Null for what has no page.</returns>
    public static string? For(SearchName name) => name.Field switch
    {
        SearchField.Compound => PortalUrls.Entity(PortalUrls.Compounds, name.Id ?? name.Label),
        SearchField.CellLine => PortalUrls.Entity(PortalUrls.CellLines, name.Id?.Replace(':', '_') ?? name.Label),
        SearchField.Gene => PortalUrls.Entity(PortalUrls.Genes, name.Label),
        SearchField.Pathway => PortalUrls.Entity(PortalUrls.Pathways, name.Id ?? name.Label),
        SearchField.Phenotype => PortalUrls.Entity(PortalUrls.Phenotypes, name.Label),
        _ => null,
    };

    /// <summary>The page of an id at those who give it; null where we know of none.</summary>
    public static string? ElsewhereOf(string id)
    {
        var at = id.IndexOf(':', StringComparison.Ordinal);
        var (prefix, rest) = at < 0 ? (id, id) : (id[..at].ToUpperInvariant(), Uri.EscapeDataString(id[(at + 1)..]));
        return prefix switch
        {
            "PUBCHEM.COMPOUND" => $"https://pubchem.ncbi.nlm.nih.gov/compound/{rest}",
            "CVCL" or "CELLOSAURUS" => $"https://www.cellosaurus.org/CVCL_{rest.Replace("CVCL_", "", StringComparison.OrdinalIgnoreCase)}",
            "ENSEMBL" => $"https://www.ensembl.org/id/{rest}",
            "UNIPROT" => $"https://www.uniprot.org/uniprotkb/{rest}",
            _ => id.StartsWith("WP", StringComparison.Ordinal) && at < 0
                ? $"https://www.wikipathways.org/pathways/{Uri.EscapeDataString(id)}" : null,
        };
    }
}
