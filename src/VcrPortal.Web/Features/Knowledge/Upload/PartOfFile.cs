using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VcrPortal.Web.Features.Knowledge.Upload;

/// <summary>The part of a file that has arrived, in a hidden folder beside those that lie ready: no import looks there.</summary>
internal sealed class PartOfFile
{
    private const string Parts = ".uploads";

    /// <summary>A part that nobody has added to for so long is thrown away.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(7);

    private readonly string _ready;

    /// <param name="imports">Where files lie ready.</param>
    /// <param name="sender">The account that sends it: nobody adds to another one's part.</param>
    public PartOfFile(string imports, UploadPiece piece, string sender)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{sender}\n{piece.Name}\n{piece.Bytes}\n{piece.Stamp}");
        Folder = Path.Combine(imports, Parts, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]);
        FilePath = Path.Combine(Folder, piece.Name);
        _ready = Path.Combine(imports, piece.Name);
    }

    public string Folder { get; }
    public string FilePath { get; }

    /// <summary>Writes one piece behind what is here, and answers only when it is on the disk.</summary>
    /// <returns>How many bytes are here now; nothing is written where the piece begins elsewhere.</returns>
    /// <exception cref="IOException">Another one writes, or the disk is full.</exception>
    public async Task<long> AddAsync(UploadPiece piece, Stream body, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        await using var file = new FileStream(FilePath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        if (file.Length != piece.At) return file.Length;
        file.Position = piece.At;
        try
        {
            await body.CopyToAsync(file, ct);
            if (file.Length > piece.Bytes) file.SetLength(piece.At);
            file.Flush(flushToDisk: true);
        }
        catch
        {
            file.SetLength(piece.At); // half a piece was acknowledged to nobody
            throw;
        }
        return file.Length;
    }

    /// <summary>It is whole: it takes its place among those that lie ready, and that of an older one of its name.</summary>
    public void MakeReady()
    {
        File.Move(FilePath, _ready, overwrite: true);
        Directory.Delete(Folder, recursive: true);
    }

    public void Forget()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    public static void ForgetOld(string imports, DateTimeOffset now)
    {
        var parts = new DirectoryInfo(Path.Combine(imports, Parts));
        if (!parts.Exists) return;
        foreach (var folder in parts.EnumerateDirectories())
        {
            var last = folder.EnumerateFiles().Select(f => f.LastWriteTimeUtc).DefaultIfEmpty(folder.LastWriteTimeUtc).Max();
            if (now.UtcDateTime - last > Forgotten) folder.Delete(recursive: true);
        }
    }
}
