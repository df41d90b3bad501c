using VcrPortal.Fuzz;

namespace VcrPortal.Web.Tests.CommandLine;

/// <summary>Some seconds of what <c>eng/soak fuzz</c> does for long.</summary>
public class FuzzTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    [InlineData(2_000_000)]
    public void Read_OfDamagedInput_NeitherThrowsNorCostsMoreThanItsLength(int firstSeed) =>
        Assert.All(Enumerable.Range(firstSeed, 80), seed => Assert.Null(Trial.Run(FuzzInput.From(seed, withHuge: false)).Finding));

    [Theory]
    [InlineData(InputForm.Text)]
    [InlineData(InputForm.Json)]
    [InlineData(InputForm.JsonLines)]
    [InlineData(InputForm.Csv)]
    internal void Read_OfEnormousInput_NeitherThrowsNorCostsMoreThanItsLength(InputForm form)
    {
        // One of each: a line of ten megabytes, a hundred thousand actions, brackets without end.
        var inputs = Enumerable.Range(0, 100).Select(seed => FuzzInput.Enormous(seed, form, new Random(seed))).DistinctBy(i => i.Kind)
            .Take(3).ToList();
        Assert.Equal(3, inputs.Count);
        Assert.All(inputs, input => Assert.Null(Trial.Run(input).Finding));
    }
}
