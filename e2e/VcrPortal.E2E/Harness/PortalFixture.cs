using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Harness.StandIns;

namespace VcrPortal.E2E.Harness;

/// <summary>One portal without samples, its two stand-ins and one browser, shared by the journeys that harm none of them.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private HeldSource? _wikipedia;
    private HeldSource? _predictor;
    private PortalProcess? _portal;
    private Chromium? _chromium;

    public WikipediaStandIn WikipediaArticles { get; } = new();

    /// <summary>Holds a job in stage Retrieve.</summary>
    public HeldSource Wikipedia => _wikipedia!;

    /// <summary>Holds a job in stage Verify.</summary>
    public HeldSource Predictor => _predictor!;

    public PortalProcess Portal => _portal!;
    public Chromium Chromium => _chromium!;

    /// <summary>A new portal of one's own, to kill, beside the shared one; same stand-ins.</summary>
    public Task<PortalProcess> StartAnotherAsync(bool samples = false) =>
        PortalProcess.StartAsync(new(samples, Wikipedia.Address, Predictor.Address));

    public Task<Visitor> VisitAsync(Microsoft.Playwright.BrowserNewContextOptions? options = null) =>
        Chromium.VisitAsync(Portal.Address, options);

    /// <summary>At <c>localhost</c>: browsers keep passkeys for names, not for numbers.</summary>
    public Task<Visitor> VisitByNameAsync() => Chromium.VisitAsync(new UriBuilder(Portal.Address) { Host = "localhost" }.Uri);

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is not null) return;
        _wikipedia = await HeldSource.StartAsync(WikipediaArticles.AnswerAsync);
        _predictor = await HeldSource.StartAsync(AffinityPredictorStandIn.AnswerAsync);
        _portal = await StartAnotherAsync();
        _chromium = await Chromium.SharedAsync();
    }

    public async Task DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
        if (_predictor is not null) await _predictor.DisposeAsync();
        if (_wikipedia is not null) await _wikipedia.DisposeAsync();
    }
}

/// <summary>
/// Journeys of one collection run one after another on a portal of their own; the collections run side by side. Who reads, who talks
/// and who harms stand apart, so that a killed process or a full queue never meets somebody else's journey.
/// </summary>
[CollectionDefinition(Name)]
public sealed class ReadersCollection : ICollectionFixture<PortalFixture>
{
    public const string Name = "readers";
}

/// <inheritdoc cref="ReadersCollection"/>
[CollectionDefinition(Name)]
public sealed class PeopleCollection : ICollectionFixture<PortalFixture>
{
    public const string Name = "people";
}

/// <inheritdoc cref="ReadersCollection"/>
[CollectionDefinition(Name)]
public sealed class HardDaysCollection : ICollectionFixture<PortalFixture>
{
    public const string Name = "hard days";
}
