using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Review.Export;

/// <summary>One thing that somebody said of a trace, as it leaves: a judgement, a vote, a comment or a suggestion.</summary>
/// <param name="Kind"><c>judgement</c>, <c>vote</c>, <c>comment</c> or <c>suggestion</c>.</param>
/// <param name="Revision">What it was said of.</param>
/// <param name="Claim">A subject as text: <c>n:n5</c>; null for the whole.</param>
/// <param name="Person">The same for all that one person said: their name where they chose so, else a key that leads to nobody.</param>
/// <param name="Named">Whether it is a name.</param>
/// <param name="Said">The answer of a judgement, the side of a vote, the state of a suggestion; empty for a comment.</param>
/// <param name="Step"><c>Blind</c>, <c>Later</c> or <c>Adjudication</c>, of a judgement.</param>
/// <param name="Text">What was written with it.</param>
/// <param name="At">UTC.</param>
/// <param name="Rubric">The version that it was judged by.</param>
/// <param name="Review">What became of the review.</param>
public sealed record ExportedWord(
    string Kind, string Trace, int Revision, string? Claim, string? Primitive, string Person, bool Named, string Said, string? Step,
    string? Reason, string? Text, DateTime At, int? Rubric, string? Review)
{
    public static string Columns => "kind,trace,revision,claim,primitive,person,named,said,step,reason,text,at,rubric,review";

    /// <summary>Who said it, by their key: half of its hash, which stays the same in every file and leads back to nobody.</summary>
    public static string PersonOf(string accountKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("judgements/" + accountKey)))[..16];

    public static string NameOf(int trace) => PortalUrls.Accession(trace);

    /// <summary>RFC 4180. What a spreadsheet would run as a formula begins with an apostrophe.</summary>
    public string ToCsv() => string.Join(',', new[]
    {
        Kind, Trace, Number(Revision), Claim, Primitive, Person, Named ? "true" : "false", Said, Step, Reason, Text,
        At.ToString("O", CultureInfo.InvariantCulture),
        Rubric is { } rubric ? Number(rubric) : "", Review,
    }.Select(Cell));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string? value)
    {
        var text = SpreadsheetCell.Guard(value ?? "");
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
