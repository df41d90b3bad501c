using System.Collections.Immutable;
using Bunit;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Tests.Features.Discussion;

public class SubjectListTests : BunitContext
{
    private static readonly ImmutableArray<SubjectOption> Subjects =
    [
        new(Subject.Trace, "", "the whole trace"),
        new(Subject.Parse("n:n1")!, "Claims", "n1: binds </option><script>alert(1)</script>"),
        new(Subject.Parse("n:n2")!, "Claims", "n2: \"inhibits\" MAP2K1"),
    ];

    [Fact]
    public void List_WithHostileLabels_WritesThemAsText() => List().MarkupMatches("""
        <option value="">the whole trace</option>
        <optgroup label="Claims">
            <option value="n:n1">n1: binds &lt;/option&gt;&lt;script&gt;alert(1)&lt;/script&gt;</option>
            <option value="n:n2">n2: &quot;inhibits&quot; MAP2K1</option>
        </optgroup>
        """);

    [Fact]
    public void List_OfTheSameSubjects_IsDrawnOnce()
    {
        var list = List();
        list.Render(p => p.Add(l => l.Subjects, Subjects));
        Assert.Equal(1, list.RenderCount);
    }

    private IRenderedComponent<SubjectList> List() => Render<SubjectList>(p => p.Add(l => l.Subjects, Subjects));
}
