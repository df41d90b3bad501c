using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Ui;
using VcrPortal.Web.Ui.Claims;

namespace VcrPortal.Web.Features.Discussion.Export;

/// <summary>Comments and marks of one trace as Web Annotations: what each is about stands in the revision that its author looked
/// at.</summary>
internal sealed class AnnotationWords(int trace, string root, ImmutableArray<PassageView> passages)
{
    private readonly Dictionary<int, PassageView> _passages = passages.ToDictionary(p => p.Number);

    public WebAnnotation For(CommentRow comment, string? author) => new(
        root + PortalUrls.Comment(trace, comment.Number), comment.ReplyTo is null ? Motivation.Commenting : Motivation.Replying,
        comment.Text, "text/markdown",
        comment.ReplyTo is { } first ? new AnnotationTarget.Whole(root + PortalUrls.Comment(trace, first))
            : TargetOf(Subject.Parse(comment.Subject) ?? Subject.Trace, comment.Revision),
        PersonOf(author), comment.At, comment.EditedAt);

    public IEnumerable<WebAnnotation> OfMarks(PassageView passage) => passage.Marks.Select(mark => new WebAnnotation(
        $"{root}{PortalUrls.Passage(trace, passage.Number)}-{NameOf(passage, mark)}",
        mark.Opinion == PassageOpinion.Question ? Motivation.Questioning : Motivation.Assessing, PassageText.For(mark.Opinion),
        "text/plain",
        Passage(passage), PersonOf(mark.Name), mark.At));

    private AnnotationTarget TargetOf(Subject subject, int revision)
    {
        var page = root + PortalUrls.Trace(trace, revision);
        return subject switch
        {
            Subject.Node node => new AnnotationTarget.Part(page, Uri.EscapeDataString(node.Id.Value)),
            Subject.Edge edge => new AnnotationTarget.Part(
                page, Uri.EscapeDataString(ClaimNames.LinkKey(new CausalEdge(edge.Source, edge.Target)))),
            Subject.Evidence evidence => new AnnotationTarget.Part(page, FormattableString.Invariant($"ev-{evidence.Number}")),
            Subject.Passage(var number) when _passages.TryGetValue(number, out var passage) => Passage(passage),
            _ => new AnnotationTarget.Whole(page),
        };
    }

    private AnnotationTarget.Passage Passage(PassageView passage) =>
        new(root + PortalUrls.TraceReport(trace, passage.Revision), passage.Quote, passage.Span);

    private (string Name, string Address)? PersonOf(string? name) => name is null ? null : (name, root + PortalUrls.Person(name));

    // The same in every export, and nobody's key.
    private static string NameOf(PassageView passage, PassageMark mark) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{passage.Number}:{mark.AccountKey}"))))[..12];
}
