using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Review;

namespace VcrPortal.Web.Tests.Features.Review;

public class ReviewRulesTests
{
    [Fact]
    public void Check_NamesTheClaimsThatAreNotJudged_InTheirOrder_HoweverTheyAreGiven()
    {
        string[] claims = ["n:n10", "n:n2", "n:n1", "n:n3"];
        Assert.Equal("4 of 4 claims are not judged yet: n1, n2, n3, n10.", ReviewRules.Check([], claims));
    }

    [Theory]
    [InlineData(Answer.HoldsInPart, null, false)]
    [InlineData(Answer.HoldsInPart, Disagreement.Direction, true)]
    [InlineData(Answer.DoesNotHold, null, false)]
    [InlineData(Answer.Holds, null, true)]
    public void Check_AsksForAReason_WhereAClaimDoesNotHoldOrHoldsInPart(Answer answer, Disagreement? reason, bool isComplete) =>
        Assert.Equal(isComplete, ReviewRules.Check([new("n:n1", answer, reason)], ["n:n1"]) is null);
}
