namespace VcrPortal.Web.Features.Traces;

/// <summary>Where the review of a revision stands. Disputed: its reviewers differ, and a third has not settled it yet.</summary>
public enum ReviewState { Unreviewed, InReview, Accepted, Disputed, Rejected, Retracted }
