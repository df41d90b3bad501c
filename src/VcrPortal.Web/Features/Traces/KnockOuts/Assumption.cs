using System.Globalization;
using System.Text;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Features.Traces.KnockOuts;

/// <summary>One thing that a reader takes to be false, as it stands in an address: <c>n3</c>, <c>n1&gt;n2</c>, <c>ev:4</c>,
/// <c>src:Tahoe-100M</c>.</summary>
public abstract record Assumption
{
    private const char Escape = '\\';
    private const string Special = @"\,>:";

    private Assumption() { }

    public sealed record Action(NodeId Id) : Assumption;

    public sealed record Edge(NodeId From, NodeId To) : Assumption;

    /// <summary>An item of the trace's evidence, by the number that it is cited with.</summary>
    public sealed record Evidence(int Number) : Assumption;

    /// <summary>Every item of one knowledge source.</summary>
    public sealed record Source(string Name) : Assumption;

    public sealed override string ToString() => this switch
    {
        Action action => Escaped(action.Id.Value),
        Edge edge => $"{Escaped(edge.From.Value)}>{Escaped(edge.To.Value)}",
        Evidence evidence => string.Create(CultureInfo.InvariantCulture, $"ev:{evidence.Number}"),
        Source source => $"src:{Escaped(source.Name)}",
        _ => "",
    };

    /// <summary>The assumptions of one value of the query, separated by commas; what reads as none is left out.</summary>
    public static IEnumerable<Assumption> Read(string? value)
    {
        var parts = new List<StringBuilder> { new() };
        var mark = '\0';
        for (var at = 0; at < value?.Length; at++)
        {
            var c = value[at];
            if (c == Escape && at + 1 < value.Length) parts[^1].Append(value[++at]);
            else if (c == ',')
            {
                if (Parse(mark, parts) is { } assumption) yield return assumption;
                (parts, mark) = ([new()], '\0');
            }
            else if (c is '>' or ':' && mark == '\0')
            {
                mark = c;
                parts.Add(new());
            }
            else parts[^1].Append(c);
        }
        if (Parse(mark, parts) is { } last) yield return last;
    }

    private static Assumption? Parse(char mark, List<StringBuilder> parts)
    {
        var (first, second) = (parts[0].ToString(), parts.Count > 1 ? parts[1].ToString() : "");
        return (mark, first) switch
        {
            ('\0', "") => null,
            ('\0', _) => new Action(new NodeId(first)),
            ('>', _) => new Edge(new NodeId(first), new NodeId(second)),
            (':', "src") when second.Length > 0 => new Source(second),
            (':', "ev") when int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new Evidence(number),
            _ => null,
        };
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Special.Contains(c)) escaped.Append(Escape);
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
