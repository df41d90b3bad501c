namespace VcrPortal.Web.Ui.Claims;

/// <summary>Identifiers as their own sites write them: "PubChem 10288191" for PUBCHEM.COMPOUND:10288191. The CURIE itself stays in
/// exports.</summary>
internal static class CurieText
{
    public static string For(string curie)
    {
        var at = curie.IndexOf(':', StringComparison.Ordinal);
        if (at <= 0) return curie;
        var (prefix, id) = (curie[..at], curie[(at + 1)..]);
        return prefix.ToUpperInvariant() switch
        {
            "PUBCHEM.COMPOUND" => $"PubChem {id}",
            "CVCL" or "CELLOSAURUS" => $"Cellosaurus CVCL_{id.Replace("CVCL_", "", StringComparison.OrdinalIgnoreCase)}",
            "ENSEMBL" => $"Ensembl {id}",
            "UNIPROT" => $"UniProt {id}",
            "CHEMBL.COMPOUND" or "CHEMBL" => $"ChEMBL {id}",
            _ => curie,
        };
    }
}
