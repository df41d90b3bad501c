using System.Text;

namespace VcrPortal.Fuzz;

/// <summary>How an input is read: by the name that a file of it would have.</summary>
internal enum InputForm { Text, Json, JsonLines, Csv }

/// <summary>One input for a reader; the same seed gives the same input.</summary>
/// <param name="Kind">What was done, for the report.</param>
internal sealed record FuzzInput(int Seed, InputForm Form, string Kind, byte[] Bytes)
{
    /// <summary>The length of the longest inputs, in characters.</summary>
    public const int Huge = 10_000_000;

    private static readonly string[] Units =
    [
        "(", ")", "\"", "'", "<", "#", "a(", "\"a ", "edge(", "edge(\n", "a_b(", "a_b(\n", "[", "]", "{", "}", "{\"a\":", "[[", ",", "=",
            "a=", "\\", "\n", " ", "n1 -> ", "->", "<think>", "</dag>", "x y \"", "\"a\" b", "\"\"", "\",\"",
        "set_context(cell_type=\"", "gene_list=\"A\", ", "binds_to(id=\"n1\", actor=\"a\", target=\"b\")",
            "binds_to(id=\"n1\", actor=\"a\", target=\"b\")\n", "edge(\"n1\", \"n2\")", "via=a, ", "n1 ", "A/B/", "`", "“", "- ", "1. ",
            "\r", "\0",
        "1", "µ", "\\u0041", "\uD83D", "{\"explain\":\"", "{\"explain\":\"binds_to(\"}\n", "é",
    ];

    /// <summary>Mostly short and damaged; one in fifty is a flood, and with <paramref name="withHuge"/> one in five hundred is
    /// huge.</summary>
    public static FuzzInput From(int seed, bool withHuge)
    {
        var random = new Random(seed);
        var form = (InputForm)random.Next(4);
        if (withHuge && random.Next(500) == 0) return Enormous(seed, form, random);
        return random.Next(50) switch
        {
            0 => new(seed, form, "flood", Encoding.UTF8.GetBytes(Start(form, random) + Flood(random, random.Next(200_000)))),
            1 => new(seed, form, "bytes", Noise(random)),
            2 => new(
                seed, form, "splinters",
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => Units[random.Next(Units.Length)])))),
            _ => new(seed, form, "damaged", Overwritten(Encoding.UTF8.GetBytes(Mutations.Strike(Sound(form, random), random)), random)),
        };
    }

    /// <summary>Ten megabytes on one line, a hundred thousand actions, brackets without end.</summary>
    public static FuzzInput Enormous(int seed, InputForm form, Random random) => random.Next(3) switch
    {
        0 => new(seed, form, "one huge line", Encoding.UTF8.GetBytes(Start(form, random) + Flood(random, Huge))),
        1 => new(seed, form, "100,000 actions", Encoding.UTF8.GetBytes(Large(form, random))),
        _ => new(seed, form, "deep brackets", Encoding.UTF8.GetBytes(Start(form, random) + new string("([{"[random.Next(3)], 1_000_000))),
    };

    private static string Sound(InputForm form, Random random) => form switch
    {
        InputForm.Text => SoundTexts.Trace(random, random.Next(1, 25)),
        InputForm.Json =>
            random.Next(2) == 0 ? SoundTexts.Document(random, random.Next(0, 12))
                : SoundTexts.Records(random, random.Next(1, 5), isLines: false),
        InputForm.JsonLines => SoundTexts.Records(random, random.Next(1, 6), isLines: true),
        _ => SoundTexts.Table(random, random.Next(1, 5)),
    };

    private static string Large(InputForm form, Random random) => form switch
    {
        InputForm.Text => SoundTexts.Trace(random, 100_000),
        InputForm.Json => SoundTexts.Document(random, 100_000),
        InputForm.JsonLines => SoundTexts.Records(random, 20_000, isLines: true),
        _ => SoundTexts.Table(random, 20_000),
    };

    private static string Start(InputForm form, Random random)
    {
        string[] starts = form switch
        {
            InputForm.Text => ["", "regulates_expression(id=\"n1\", ", "binds_to(actor=\"", "binds_to(id=\"n1\", actor=["],
            InputForm.Json =>
                ["{", "[", "{\"format\":\"vcr-trace/1\",\"vocabulary\":{\"id\":\"vcr-20\",\"version\":1},\"actions\":[",
                    "[{\"explain\":\""],
            InputForm.JsonLines => ["{\"explain\":\"", "{\"explain\":\"a\"}\n", "{\"dag\":"],
            _ => ["explain,dag\n", "explain,dag\n\"", "index,explain\n1,"],
        };
        return starts[random.Next(starts.Length)];
    }

    private static string Flood(Random random, int length)
    {
        var unit = Units[random.Next(Units.Length)];
        return string.Concat(Enumerable.Repeat(unit, length / unit.Length));
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(4_000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Overwritten(byte[] bytes, Random random)
    {
        if (bytes.Length > 0 && random.Next(3) == 0)
            for (var edits = random.Next(1, 5); edits > 0; edits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}
