using VcrPortal.Web.Features.Discussion.People;

namespace VcrPortal.Web.Tests.Features.Discussion.People;

public class PersonHereTests
{
    [Theory]
    [InlineData("ana", "AN")]
    [InlineData("ana-lisa", "AL")]
    [InlineData("x", "X")]
    [InlineData("-", "-")]
    public void Initials_AreOneOrTwoLetters(string name, string initials) =>
        Assert.Equal(initials, new PersonHere("k", name, "").Initials);
}
