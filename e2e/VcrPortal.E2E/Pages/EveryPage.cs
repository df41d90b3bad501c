using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Reviewing;

namespace VcrPortal.E2E.Pages;

/// <summary>Each page of the portal by its template, with an address at which it is looked at. The parts in braces are filled in by whoever
/// has made such a thing.</summary>
public static class EveryPage
{
    /// <summary>What an administrator can open once there is a trace with its job, a batch, a suggestion, a proposal, a review.</summary>
    public static IReadOnlyDictionary<string, string> Addresses { get; } = new Dictionary<string, string>
    {
        ["/"] = "/",
        ["/about"] = "/about",
        ["/account"] = "/account",
        ["/account/delete"] = "/account/delete",
        ["/account/recover"] = "/account/recover",
        ["/admin"] = "/admin",
        ["/admin/flags"] = "/admin/flags",
        ["/admin/health"] = "/admin/health",
        ["/admin/knowledge"] = "/admin/knowledge",
        ["/admin/log"] = "/admin/log",
        ["/admin/models"] = "/admin/models",
        ["/batches/{Number:int}"] = "{batch}",
        ["/batches/{Number:int}/report"] = "{batch}/report",
        ["/cell-lines/{Key}"] = "/cell-lines/C32",
        ["/claims"] = "/claims?target=MAP2K1",
        ["/collections"] = "/collections",
        ["/collections/add"] = "/collections/add?t={accession}",
        ["/collections/{Number:int}"] = "{collection}",
        ["/compare"] = "/compare?t={accession}",
        ["/compounds/{Key}"] = "/compounds/Binimetinib",
        ["/error"] = "/error",
        ["/flag/{Kind}/{Number:int}"] = "/flag/trace/1",
        ["/form-refused"] = "/form-refused",
        ["/genes/{Key}"] = "/genes/MAP2K1",
        ["/inbox"] = "/inbox?show=all",
        ["/jobs"] = "/jobs?show=all",
        ["/jobs/new"] = "/jobs/new",
        ["/jobs/{Number:int}"] = "{job}",
        ["/not-found"] = "/no/such/page",
        ["/pathways/{Key}"] = "/pathways/MAPK%20signaling",
        ["/phenotypes/{Key}"] = "/phenotypes/apoptosis",
        ["/primitives"] = "/primitives",
        ["/primitives/{Name}"] = "/primitives/binds_to",
        ["/proposals"] = "/proposals",
        ["/proposals/new"] = ProposalForm.Path,
        ["/proposals/{Number:int}"] = "{proposal}",
        ["/review"] = "/review",
        ["/review/agreement"] = "/review/agreement",
        ["/review/calibration"] = "/review/calibration",
        ["/review/{Key}"] = "/review/{accession}@1",
        ["/t/{Key}"] = "{trace}",
        ["/t/{Key}/board"] = "{trace}/board",
        ["/t/{Key}/cite"] = "{trace}/cite",
        ["/t/{Key}/diff"] = "{trace}/diff",
        ["/t/{Key}/diff/{Range}"] = "{trace}/diff/1..2",
        ["/t/{Key}/history"] = "{trace}/history",
        ["/t/{Key}/revise"] = "{trace}/revise",
        ["/t/{Key}/suggestions"] = "{trace}/suggestions",
        ["/t/{Key}/suggestions/{Number:int}"] = "{suggestion}",
        ["/teams"] = "/teams",
        ["/teams/{Name}"] = "{team}",
        ["/traces"] = "/traces",
        ["/traces/import"] = ImportTracesPage.Path,
        ["/u/{Name}"] = "/u/{name}",
        ["/verifiers"] = "/verifiers",
    };

    /// <summary>Those that need somebody without an account, another site or a link; the journeys of these look at them.</summary>
    public static IReadOnlySet<string> LookedAtElsewhere { get; } = new HashSet<string>
    {
        "/account/register", "/account/sign-in", // AccountJourneys
        "/account/outside/new", // OpenIdJourneys
        "/share/{Token}", // ShareJourneys
    };
}
