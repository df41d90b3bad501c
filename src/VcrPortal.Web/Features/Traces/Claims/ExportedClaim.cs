using System.Globalization;
using VcrPortal.Web.Features.Traces.Export.Data;
using VcrPortal.Web.Ui;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Traces.Claims;

/// <summary>A claim as a line of a table. One about several genes has a line for each of them.</summary>
public sealed record ExportedClaim(
    int Trace, int Revision, int Ordinal, string Claim, string Kind, string Actor, string Target, int Sign, ClaimMark Mark,
    string Compound, string? CellLine)
{
    public const string Columns = "trace,revision,claim,kind,actor,target,direction,verdict,compound,cell_line";

    public string ToCsv() => string.Join(',', ((string[])[
        PortalUrls.Accession(Trace), Revision.ToString(CultureInfo.InvariantCulture), Claim, Kind, Actor, Target,
        Sign switch { > 0 => "up", < 0 => "down", _ => "" }, Mark.Word().ToLowerInvariant(), Compound, CellLine ?? ""])
        .Select(DataTable.Cell));
}
