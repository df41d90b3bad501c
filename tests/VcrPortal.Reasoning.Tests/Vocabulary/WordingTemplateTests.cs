using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests.Vocabulary;

public class WordingTemplateTests
{
    [Theory]
    [InlineData("{actor} → {target}", "actor=venetoclax;target=BCL2", "venetoclax → BCL2")]
    [InlineData("{actor} → {target}", "target=BCL2", "BCL2")]
    [InlineData("{actor} → {target}", "", "")]
    [InlineData("by {enzyme}, {via}", "via=groove", "groove")]
    [InlineData("by {enzyme}, {via}", "enzyme=HK2;via=groove", "by HK2, groove")]
    [InlineData("{cell_type|disease|'this cell'}", "disease=melanoma", "melanoma")]
    [InlineData("{cell_type|disease|'this cell'}", "", "this cell")]
    [InlineData("{disease:beside cell_type}", "disease=melanoma", "")]
    [InlineData("after {prior:unless none}, {extras}", "prior=None;extras=skin", "skin")]
    [InlineData("{protein} {variant:without protein}", "protein=BRAF;variant=BRAF V600E", "BRAF V600E")]
    [InlineData("{mod_type|'modification':does}", "mod_type=phosphorylation", "phosphorylates")]
    [InlineData("{mod_type|'modification':undoes}", "mod_type=Ubiquitylation", "deubiquitylates")]
    [InlineData("{mod_type|'modification':undoes}", "", "removes modification")]
    [InlineData("binds", "", "binds")]
    public void Say_OfAnAction_LeavesOutWhatIsMissingWithItsWords(string template, string arguments, string said) =>
        Assert.Equal(said, new WordingTemplate(template).Say(Action(arguments)));

    [Fact]
    public void Say_OfALongList_NamesTheFirstAndCountsTheRest() =>
        Assert.Equal("A, B, +2", new WordingTemplate("{gene_list:few}").Say(
            new(null, "any", null, [new("gene_list", new ArgumentValue.List(["A", "B", "C", "D"]))])));

    [Theory]
    [InlineData("{gene_list:some}", "some")]
    [InlineData("{gene_list", "{gene_list")]
    [InlineData("{a} and more", "{a} and more")]
    public void Template_ThatIsNotUnderstood_IsRefusedWithItsWords(string template, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => new WordingTemplate(template)).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryPlace_OfEveryPrimitive_NamesAnArgumentOfIt() =>
        Assert.All(PrimitiveVocabulary.Vcr20.Primitives, primitive =>
        {
            Assert.NotNull(primitive.Wording);
            var templates = new[] { primitive.Wording.Verb, primitive.Wording.Opposite, primitive.Wording.Main, primitive.Wording.Sub };
            Assert.All(templates.OfType<WordingTemplate>().SelectMany(t => t.Arguments), a => Assert.NotNull(primitive.Argument(a)));
            Assert.Equal(primitive.Argument("direction") is not null, primitive.Wording.Opposite is not null);
        });

    [Fact]
    public void EveryOutput_OfEveryPrimitive_IsAnArgumentOfIt() =>
        Assert.All(
            PrimitiveVocabulary.Vcr20.Primitives.Where(p => p.Output is not null), p => Assert.NotNull(p.Argument(p.Output!.Argument)));

    private static ActionNode Action(string arguments) => new(null, "any", null,
        [.. arguments.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('='))
            .Select(a => new Argument(a[0], new ArgumentValue.Text(a[1])))]);
}
