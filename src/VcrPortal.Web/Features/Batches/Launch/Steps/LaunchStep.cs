namespace VcrPortal.Web.Features.Batches.Launch.Steps;

/// <summary>Where somebody is on the way from records, or from a choice of pairs, to their jobs.</summary>
public enum LaunchStep { Give, LookAt, Start }
