using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Features.Traces.KnockOuts;

namespace VcrPortal.Web.Tests.Features.Traces.KnockOuts;

public class AssumptionTests
{
    private static Gen<string> AnyName => ArbMap.Default.ArbFor<NonEmptyString>().Generator.Select(text => text.Get);

    private static Gen<Assumption> AnyAssumption => Gen.OneOf(
        AnyName.Select(Assumption (id) => new Assumption.Action(new NodeId(id))),
        Gen.Elements("n1", "ev:1", "src:x", "a,b", "a>b", @"a\", "ev", "src")
            .Select(Assumption (id) => new Assumption.Action(new NodeId(id))),
        AnyName.Two().Select(Assumption (ends) => new Assumption.Edge(new NodeId(ends.Item1), new NodeId(ends.Item2))),
        Gen.Choose(0, int.MaxValue).Select(Assumption (number) => new Assumption.Evidence(number)),
        AnyName.Select(Assumption (name) => new Assumption.Source(name)));

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSame() =>
        Prop.ForAll(Gen.ArrayOf(AnyAssumption).ToArbitrary(), assumptions =>
            Assumption.Read(string.Join(',', (IEnumerable<Assumption>)assumptions)).SequenceEqual(assumptions)).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfAnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Assumption.Read(text).Count() <= (text?.Length ?? 0) + 1)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfAnAddress_TellsItsKindsApart() => Assert.Equal(
        [new Assumption.Action(new("n3")), new Assumption.Edge(new("n1"), new("n2")), new Assumption.Evidence(4),
            new Assumption.Source("Tahoe-100M")],
        Assumption.Read("n3,n1>n2,ev:4,src:Tahoe-100M"));

    [Theory]
    [InlineData("")]
    [InlineData(",,")]
    [InlineData("ev:x")]
    [InlineData("src:")]
    [InlineData("what:n1")]
    public void Read_OfNoAssumption_IsNone(string written) => Assert.Empty(Assumption.Read(written));
}
