using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Web.Ui.Markdown;

namespace VcrPortal.Web.Tests.Ui.Markdown;

public class ReportTextTests
{
    [Theory]
    [InlineData("MEK <b> & \"ERK\"", "MEK <b> & \"ERK\"\n")]
    [InlineData("It falls [1], see [n5].", "It falls 1, see n5.\n")]
    [InlineData("# A\n\n**b** `c`", "A\nb c\n")]
    [InlineData("[a](https://x.org/?q=1&r=\">\")", "a\n")]
    public void Text_IsWhatABrowserShows(string markdown, string text) =>
        Assert.Equal(text, ReportText.From(MarkdownText.ToHtml(markdown)).Text);

    [Fact]
    public void Marks_ChangeNoCharacterOfTheText() => Prop.ForAll(
        Gen.Elements("a ", "<", "&", "[1]", "**b** ", "\n\n", "- ", "🧬", "|x|y|\n|-|-|\n|z|w|\n", "`c`").ArrayOf().ToArbitrary(),
        Gen.Choose(0, 40).Two().ArrayOf().ToArbitrary(), (pieces, places) =>
        {
            var report = ReportText.From(MarkdownText.ToHtml(string.Concat(pieces)));
            var spans = places.Select(p => (From: Math.Min(p.Item1, p.Item2), To: Math.Max(p.Item1, p.Item2) + 1))
                .Select(p => new MarkedSpan(p.From, p.To, "m-doubts", "<a class=\"passage-sign\" href=\"#\"></a>")).ToList();
            return ReportText.From(report.Mark(spans)).Text == report.Text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mark_AcrossALink_HasItsSignOutsideOfTheLink()
    {
        var report = ReportText.From("<p>It falls <a href=\"#ev-1\">1</a> soon.</p>");
        Assert.Equal(
            "<p>It falls <i></i><a href=\"#ev-1\"><mark class=\"passage m-doubts\">1</mark></a>"
            + "<mark class=\"passage m-doubts\"> soon</mark>.</p>",
            report.Mark([new MarkedSpan(9, 15, "m-doubts", "<i></i>")]));
    }

    [Fact]
    public void Marks_ThatOverlap_EachKeepTheirSign() => Assert.Equal(
        "<p><i></i><mark class=\"passage a\">on</mark><b></b><mark class=\"passage a b\">e t</mark><mark class=\"passage b\">wo</mark></p>",
        ReportText.From("<p>one two</p>").Mark([new(0, 5, "a", "<i></i>"), new(2, 7, "b", "<b></b>")]));
}
