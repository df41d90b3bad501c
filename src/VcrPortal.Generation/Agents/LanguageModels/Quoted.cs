using System.Globalization;
using System.Text;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.LanguageModels;

/// <summary>
/// What records and sources say, fenced and labelled for a model. A fence cannot be closed from within: angle brackets are written
/// as entities.
/// </summary>
internal static class Quoted
{
    /// <summary>Characters of one passage that a model is shown.</summary>
    public const int LongestPassage = 1_500;

    public static string Question(PerturbationRecord record)
    {
        var text = new StringBuilder("<question>\n");
        foreach (var p in record.Perturbations)
        {
            Line(text, p.Kind == PerturbationKind.Genetic ? "gene edit" : "compound", p.DisplayName);
            Line(text, "edit", p.GeneEdit);
            Line(text, "SMILES", p.Smiles);
            Line(text, "stated mechanism", p.Mechanism);
            Line(text, "stated targets", string.Join(", ", p.StatedTargets));
            Line(text, "dose", p.Dose);
            Line(text, "time", p.Time);
        }
        foreach (var c in record.Contexts)
        {
            Line(text, "cell line", c.CellLine);
            Line(text, "disease model", c.DiseaseModel);
            Line(text, "subtype", c.Subtype);
            Line(text, "context", c.Description);
        }
        return text.Append("</question>").ToString();
    }

    public static string Report(string report) => $"<report>\n{Escape(report)}\n</report>";

    /// <param name="most">Characters; what comes after is counted, not shown.</param>
    public static string Evidence(IReadOnlyList<EvidenceItem> items, int most)
    {
        var text = new StringBuilder();
        var shown = 0;
        foreach (var item in items)
        {
            var passage = item.Passage.Length > LongestPassage ? item.Passage[..LongestPassage] + "\u2026" : item.Passage;
            var fenced = string.Create(CultureInfo.InvariantCulture,
                $"<evidence n=\"{item.Number}\" source=\"{Label(item.Source)}\" trust=\"{item.Tier}\">\n{Escape(item.Title)}\n"
                + $"{Escape(passage)}\n</evidence>\n");
            if (text.Length + fenced.Length > most) break;
            text.Append(fenced);
            shown++;
        }
        if (shown < items.Count) text.Append(CultureInfo.InvariantCulture, $"{items.Count - shown} more items are not shown here.\n");
        return text.Length == 0 ? "There is no evidence yet.\n" : text.ToString();
    }

    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
            _ = c switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '\n' or '\t' => safe.Append(c),
                _ when char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format => safe.Append(' '),
                _ => safe.Append(c),
            };
        return safe.ToString();
    }

    private static string Label(string text) => Escape(text).Replace('"', '\'').Replace('\n', ' ');

    private static void Line(StringBuilder text, string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) text.Append(label).Append(": ").Append(Escape(value).Replace('\n', ' ')).Append('\n');
    }
}
