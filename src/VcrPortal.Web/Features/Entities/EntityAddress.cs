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
}
