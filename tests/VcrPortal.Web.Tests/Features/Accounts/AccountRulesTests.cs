using VcrPortal.Web.Features.Accounts;

namespace VcrPortal.Web.Tests.Features.Accounts;

public class AccountRulesTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd!!!!")]
    [InlineData("passwordpassword")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("zxcvbnmlkjhgfdsa")]
    [InlineData("abcabcabcabc")]
    [InlineData("123412341234")]
    [InlineData("Vcrportal2026!!")]
    [InlineData("12anabel2026")]
    public void APassword_ThatIsTriedFirst_IsRefused(string password) =>
        Assert.Equal("password", AccountRules.CheckPassword(password, "anabel")?.Field);

    [Theory]
    [InlineData("four easy words here")]
    [InlineData("password managers are fine")]
    [InlineData("kT9-vw2q_Lx7z")]
    [InlineData("12anabel2026")]
    [InlineData("314159265358979")]
    public void APassword_ThatIsNobodysFirstGuess_IsTaken(string password) => Assert.Null(AccountRules.CheckPassword(password, "bob"));

    [Theory]
    [InlineData("admin")]
    [InlineData(" Reviewers ")]
    [InlineData("SERVER")]
    [InlineData("..")]
    [InlineData("-_-")]
    public void AName_ThatLooksLikeThePortalsOwnOrLikeNone_IsRefused(string name) =>
        Assert.Equal("name", Assert.Single(AccountRules.Check(name, null)).Field);

    [Fact]
    public void TheFirstAdministrator_MayBeCalledAdmin() => Assert.Empty(AccountRules.Check("admin", null, mayBeReserved: true));
}
