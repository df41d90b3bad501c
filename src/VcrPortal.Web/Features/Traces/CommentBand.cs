namespace VcrPortal.Web.Features.Traces;

/// <summary>Whether anything is said on a trace that can be read. A column of its own beside the count: SQLite takes a comparison with the
/// number 0 for the best way to narrow a search, and would look at all traces without a comment for those of one compound.</summary>
public enum CommentBand { None, Some }
