using System.Security.Cryptography;
using System.Text;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>A graph and a report that are worked on, told apart from others by a hash.</summary>
internal static class WorkDigest
{
    /// <param name="text">In the text form.</param>
    /// <param name="report">Markdown; browsers send lines with other ends than we keep.</param>
    public static string For(string? text, string? report) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Same(text)}\0{Same(report)}")));

    private static string Same(string? text) => (text ?? "").ReplaceLineEndings("\n").TrimEnd();
}
