using System.Globalization;
using System.Text.RegularExpressions;

namespace VcrPortal.Reasoning.Arguments;

/// <summary>How a number stands to the truth, as written.</summary>
public enum Comparison { Equal, Less, AtMost, Greater, AtLeast, About }

/// <summary>A binding strength that an author wrote as a number.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Measure">What was measured, where that is said: <c>IC50</c>, <c>Kd</c>, <c>pIC50</c>.</param>
/// <param name="Comparison">How the number as written compares. For a negative logarithm the concentration compares the other way: <see
/// cref="NanomolarComparison"/>.</param>
/// <param name="Upper">The upper end of a range.</param>
/// <param name="Unit">In canonical spelling (<c>uM</c> for every mu); null where none was written and for negative logarithms.</param>
/// <param name="Nanomolar">The one unit inside, nmol/L; null where the unit is unknown or a mass per volume, which needs the molar
/// mass.</param>
/// <param name="NanomolarUpper">The upper end of a range, nmol/L.</param>
public sealed partial record Affinity(
    string Text, string? Measure, Comparison Comparison, double Value, double? Upper, string? Unit, double? Nanomolar,
        double? NanomolarUpper)
{
    // No quantity is longer; the bound keeps hostile texts cheap.
    private const int Longest = 200;

    /// <summary>The comparison of <see cref="Nanomolar"/>.</summary>
    public Comparison NanomolarComparison => !IsLogarithm(Measure) ? Comparison : Comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.Greater => Comparison.Less,
        Comparison.AtLeast => Comparison.AtMost,
        var same => same,
    };

    /// <summary>
    /// Reads <c>0.9 nM</c>, <c>&lt;0.01 nM</c>, <c>0.010 µM</c>, <c>IC50 = 12 nM</c>, <c>0.5–2 nM</c>, <c>1.2e-9 M</c>, <c>12 ± 3 nM</c>,
    /// <c>pIC50 8.2</c>, <c>0.9 nM (Kd)</c>. Null for words, and for anything else that is not one quantity.
    /// </summary>
    /// <param name="unit">The unit argument, for a number that has none itself.</param>
    public static Affinity? TryParse(string? text, string? unit = null)
    {
        if (text is null || text.Length > Longest || Quantity().Match(text) is not { Success: true } match) return null;
        var measure = TextOf(match, "measure") ?? TextOf(match, "after");
        var written = TextOf(match, "unit") ?? TextOf(match, "first") ?? unit?.Trim();
        var (value, upper) = (NumberOf(match, "low"), match.Groups["high"].Success ? NumberOf(match, "high") : (double?)null);
        if (!double.IsFinite(value) || upper is { } end && !double.IsFinite(end)) return null;
        var comparison = ComparisonOf(match.Groups["comparison"].Value);
        if (IsLogarithm(measure))
            return written is null ? FromLogarithm(text, measure!, comparison, value, upper) : null;
        if (TextOf(match, "first") is { } first && ConcentrationUnit.Find(first) != ConcentrationUnit.Find(written!)) return null;
        var known = written is { Length: > 0 } ? ConcentrationUnit.Find(written) : null;
        return new Affinity(
            text, measure, comparison, value, upper, known?.Name ?? (written is { Length: > 0 } ? written : null), value * known?.Nanomolar,
            upper * known?.Nanomolar);
    }

    // p means -log10 of the molar concentration, so that the larger number is the tighter end.
    private static Affinity FromLogarithm(string text, string measure, Comparison comparison, double value, double? upper)
    {
        var (weak, tight) = (Math.Pow(10, 9 - value), upper is { } u ? Math.Pow(10, 9 - u) : (double?)null);
        return new Affinity(text, measure, comparison, value, upper, null, tight ?? weak, tight is null ? null : weak);
    }

    private static bool IsLogarithm(string? measure) => measure is ['p', ..];

    private static string? TextOf(Match match, string group) =>
        match.Groups[group] is { Success: true, Length: > 0 } found ? found.Value : null;

    private static double NumberOf(Match match, string name)
    {
        var exponent = TextOf(match, name + "E") ?? TextOf(match, name + "T") ?? "0";
        return double.Parse(
            match.Groups[name].Value.Replace(",", "") + "E" + exponent.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static Comparison ComparisonOf(string written) => written.ToLowerInvariant() switch
    {
        "" or "=" => Comparison.Equal,
        "<" => Comparison.Less,
        "<=" or "≤" => Comparison.AtMost,
        ">" => Comparison.Greater,
        ">=" or "≥" => Comparison.AtLeast,
        _ => Comparison.About,
    };

    private const string Measures = "p?(?:IC50|IC90|EC50|GI50|AC50|XC50|Kd|KD|Ki|Km|kd|ki|ic50|ec50)";
    private const string Exponent = @"[-+−]?[0-9]{1,3}";
    private const string Units =
        @"[fpnuµμm]?M|[fpnuµμm]?mol/[lL]|(?:f|p|n|u|µ|μ|m)?g/(?:m|µ|u|μ|d)?[lL]|(?:nano|pico|micro|milli|femto)?molar";

    // A comma is a separator of thousands only; "0,9" could be either and is left alone.
    private const string Number = @"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)";

    [GeneratedRegex(
        @"^\s*(?:(?<measure>" + Measures + @")(?:\s+(?:of|is|was)|\s*:)?\s*)?" +
        @"(?<comparison><=|>=|[<>=≤≥~≈∼]|(?:about|approximately|approx\.?|ca\.?|around)\s)?\s*" +
        "(?<low>" + Number + ")(?:[eE](?<lowE>" + Exponent + @")|\s*[x×*·]\s*10\^?(?<lowT>" + Exponent + "))?" +
        @"(?:\s*(?:±|\+/-)\s*" + Number + ")?" +
        @"(?:\s*(?<first>" + Units + @")?\s*(?:-|–|—|\bto\b)\s*(?<high>" + Number + ")(?:[eE](?<highE>" + Exponent
            + @")|\s*[x×*·]\s*10\^?(?<highT>" + Exponent + "))?)?" +
        @"\s*(?<unit>" + Units + @")?(?:\s*\(?(?<after>" + Measures + @")\)?)?\s*\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();
}
