using VcrPortal.Evidence;

// Makes the evidence pack anew. Exit 0: done, or nothing differs; 1: with --check, a file differs; 2: not understood, or there is no data.
const string usage = """
    usage: evidence PACK_FOLDER [--check]   (VCR_DATA: the reference data, by default ../shared/data)
      --check   writes nothing, and names the files that differ
    """;
if (args is not ([_] or [_, "--check"])) return Say(usage, 2);
var folder = args[0];
var place = Environment.GetEnvironmentVariable("VCR_DATA") is { Length: > 0 } set ? set : "../shared/data";
var data = new EvidenceData(Path.GetFullPath(place));
if (!Directory.Exists(data.Folder)) return Say($"There is no reference data at {data.Folder}. Set VCR_DATA.", 2);

var (total, changed) = (0L, 0);
foreach (var file in PackBuilder.Build(data))
{
    var path = Path.Combine([folder, .. file.Name.Split('/')]);
    var bytes = file.Bytes();
    var isEqual = File.Exists(path) && PackText.Read(path) == file.Text;
    // A file of the same text is left as it is: another machine may compress the same text to other bytes.
    if (!isEqual && !args.Contains("--check"))
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
    (total, changed) = (total + bytes.Length, changed + (isEqual ? 0 : 1));
    var says = isEqual ? "equal  " : "changed";
    Console.WriteLine($"{says} {file.Name,-42} {file.Rows,7:N0} rows {file.Text.Length,9:N0} characters {bytes.Length,8:N0} bytes");
}
Console.WriteLine($"{total:N0} bytes in all");
return changed > 0 && args.Contains("--check") ? 1 : 0;

static int Say(string sentence, int code)
{
    Console.Error.WriteLine(sentence);
    return code;
}
