namespace VcrPortal.Generation.Knowledge;

/// <summary>How far a source is to be trusted: curated data, a reference text, or anybody's text.</summary>
public enum TrustTier { Curated, Reference, Open }

/// <summary>One retrieved thing that a report can cite. Nothing that was retrieved loses its identifier.</summary>
/// <param name="Number">Its number on the job, from 1: the <c>[n]</c> of a citation.</param>
/// <param name="Source">The resource: <c>Tahoe-100M</c>, <c>WikiPathways</c>, <c>FamPlex</c>, <c>Wikipedia</c>, <c>Record</c>.</param>
/// <param name="SourceVersion">Its version or retrieval time.</param>
/// <param name="Identifier"><c>PMID:123</c>, <c>WP4685</c>, <c>PUBCHEM.COMPOUND:10288191</c>; null when the source has none.</param>
/// <param name="Passage">What it says, as plain text (hostile until encoded).</param>
public sealed record EvidenceItem(
    int Number, string Source, string SourceVersion, string? Identifier, string Title, string Passage, string? Url, string Licence,
        TrustTier Tier);
