using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Read;

public class ClaimOriginsTests
{
    private static readonly string Turned = Samples.Text.Replace(
        """target="MAP2K1", direction="down")""", """target="MAP2K1", direction="up")""", StringComparison.Ordinal);

    [Fact]
    public void Claim_IsOfTheRevisionThatBroughtItAsItStands()
    {
        var origins = OriginsOf(Samples.Text, Samples.Text, Turned);
        Assert.Equal(3, origins[new("n2")]);
        Assert.Equal([1, 1, 1], [origins[new("n1")], origins[new("n3")], origins[new("n4")]]);
    }

    [Fact]
    public void Claim_ThatIsTurnedAndTurnedBack_IsOfWhoTurnedItBack() =>
        Assert.Equal(3, OriginsOf(Samples.Text, Turned, Samples.Text)[new("n2")]);

    [Fact]
    public void Claim_UnderAnotherId_StaysItsFirstAuthors() =>
        Assert.Equal(1, OriginsOf(Samples.Text, Samples.Text.Replace("\"n4\"", "\"n9\"", StringComparison.Ordinal))[new("n9")]);

    private static ImmutableDictionary<NodeId, int> OriginsOf(params string[] texts) =>
        ClaimOrigins.For([.. texts.Select((text, at) => (at + 1, ExplanationReader.Read(text).Graph))]);
}
