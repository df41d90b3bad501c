using System.Collections.Immutable;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Tests.Features.Discussion;

public class SubjectMarkupTests
{
    private static readonly ImmutableArray<SubjectOption> s_subjects =
    [
        new(Subject.Trace, "", "the whole trace"),
        new(Subject.Parse("n:n1")!, "Claims", "n1: binds </option><script>alert(1)</script>"),
        new(Subject.Parse("n:n2")!, "Claims", "n2: \"inhibits\" MAP2K1"),
    ];

    [Fact]
    public void Of_WithHostileLabels_WritesThemAsText() => Assert.Equal(
        """<option value="">the whole trace</option><optgroup label="Claims"><option value="n:n1">n1: binds &lt;/option&gt;&lt;script&gt;alert(1)&lt;/script&gt;</option><option value="n:n2">n2: &quot;inhibits&quot; MAP2K1</option></optgroup>""",
        SubjectMarkup.Options(s_subjects, null).Value);

    [Fact]
    public void Of_WithAChosenSubject_MarksItAlone()
    {
        var html = SubjectMarkup.Options(s_subjects, Subject.Parse("n:n2")).Value;
        Assert.Contains("""<option value="n:n2" selected>""", html);
        Assert.Single(html.Split(" selected>")[..^1]);
    }

    [Fact]
    public void Of_TheSameSubjects_IsOneTextForEverybody() =>
        Assert.Same(SubjectMarkup.Options(s_subjects, null).Value, SubjectMarkup.Options(s_subjects, null).Value);
}
