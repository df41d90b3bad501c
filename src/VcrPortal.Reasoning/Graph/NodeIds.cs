using System.Globalization;

namespace VcrPortal.Reasoning.Graph;

/// <summary>Ids from text, the usual ones (<c>n0</c> to <c>n255</c>) made once: an explanation names each of them several times.</summary>
internal static class NodeIds
{
    public const int UsualOnes = 256;

    private static readonly string[] Usual =
        [.. Enumerable.Range(0, UsualOnes).Select(number => string.Create(CultureInfo.InvariantCulture, $"n{number}"))];

    public static NodeId From(ReadOnlySpan<char> written) =>
        new(UsualNumber(written) is var number and >= 0 ? Usual[number] : written.ToString());

    /// <summary>The number of a usual id, or -1: <c>n01</c> is another id than <c>n1</c>.</summary>
    public static int UsualNumber(ReadOnlySpan<char> written)
    {
        if (written.Length is < 2 or > 4 || written[0] != 'n' || (written[1] == '0' && written.Length > 2)) return -1;
        var number = 0;
        foreach (var c in written[1..])
        {
            if (!char.IsAsciiDigit(c)) return -1;
            number = 10 * number + c - '0';
        }
        return number < UsualOnes ? number : -1;
    }
}
