using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Traces;

/// <summary>Rings with a trace's number when something was said, voted or revised on it, or when other people may see it.</summary>
public sealed class DiscussionBell(TimeProvider clock) : Bell<int>(clock);
