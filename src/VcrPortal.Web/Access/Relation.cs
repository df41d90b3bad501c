namespace VcrPortal.Web.Access;

/// <summary>What the caller is to the thing that an operation is done to: its owner launched the job or wrote the comment.</summary>
public enum Relation { Stranger, Invited, Owner }
