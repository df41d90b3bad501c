using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Knowledge.Upload;

/// <summary>Takes a file from an administrator's browser, piece by piece, into the folder that <see cref="StartImport"/> reads. What was
/// acknowledged is kept: whatever breaks off in the middle, the same file goes on from there.</summary>
[Requires(Operation.ImportKnowledge)]
public sealed class ReceiveFile(
    IDbContextFactory<PortalDb> databases, KnowledgeFolder folders, IOptions<UploadOptions> options, TimeProvider clock)
{
    /// <summary>Room that is left on the disk for all else, in bytes.</summary>
    private const long LeftFree = 1L << 30;
    private const int LongestName = 120;

    /// <summary>Bytes by which the kind of a file is told.</summary>
    private const int Telling = 4096;

    /// <param name="body">The bytes of the piece, to their end.</param>
    public async Task<UploadOutcome> RunAsync(UploadPiece piece, Stream body, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ImportKnowledge)) return new UploadOutcome.NotAllowed();
        if (WhyNot(piece) is { } why) return new UploadOutcome.Refused(why);
        var part = new PartOfFile(folders.Imports, piece, caller.Key);
        if (piece.At == 0) PartOfFile.ForgetOld(folders.Imports, clock.GetUtcNow());
        try
        {
            var kept = await part.AddAsync(piece, body, ct);
            return kept < piece.Bytes ? Go(piece, part, kept) : await EndAsync(piece, part, caller, ct);
        }
        catch (IOException) when (!ct.IsCancellationRequested)
        {
            return IsHeld(part.FilePath) ? new UploadOutcome.Busy()
                : new UploadOutcome.Refused($"A piece of {piece.Name} could not be kept: the server's disk may be full. What came before "
                    + "it is kept; choose the file again once there is room.");
        }
    }

    /// <summary>What is no such file is refused after its first lines rather than after its last.</summary>
    private static UploadOutcome Go(UploadPiece piece, PartOfFile part, long kept) =>
        kept < Telling || IsToldByItsName(piece.Name) || KindOf(part) is not null ? new UploadOutcome.Kept(kept) : Unknown(piece, part);

    private async Task<UploadOutcome> EndAsync(UploadPiece piece, PartOfFile part, Caller caller, CancellationToken ct)
    {
        if (KindOf(part) is not { } kind) return Unknown(piece, part);
        await using var db = await databases.CreateDbContextAsync(ct);
        HistoryWriter.Add(
            db, caller, Operation.ImportKnowledge, HistorySubject.Knowledge, clock.GetUtcNow().UtcDateTime,
            string.Create(CultureInfo.InvariantCulture, $"received {piece.Name}, {piece.Bytes:N0} bytes"));
        await db.SaveChangesAsync(ct);
        part.MakeReady();
        return new UploadOutcome.Whole(kind);
    }

    private string? WhyNot(UploadPiece piece)
    {
        if (piece.Name.Length > LongestName || !IsPlain(piece.Name))
            return "A file is named with letters, digits, spaces, dots, hyphens and underscores here, at most 120. Give it such a name.";
        if (piece.Bytes <= 0) return $"{piece.Name} is empty. Choose another file.";
        if (piece.Bytes > options.Value.MostBytes) return $"{piece.Name} has {Megabytes(piece.Bytes)} MB; at most "
            + $"{Megabytes(options.Value.MostBytes)} MB are taken from a browser. Copy it into the folder for imports on the server.";
        if (piece.At < 0 || piece.At > piece.Bytes) return $"{piece.Name} was sent from a place that is not in it. Choose it again.";
        return piece.At == 0 && Free() is { } free && piece.Bytes > free ? $"{piece.Name} has {Megabytes(piece.Bytes)} MB, and the "
            + $"server's disk has room for {Megabytes(free)} MB. Make room there first." : null;
    }

    private long? Free()
    {
        try
        {
            Directory.CreateDirectory(folders.Imports);
            return Math.Max(0, new DriveInfo(folders.Imports).AvailableFreeSpace - LeftFree);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // writing it will tell
        }
    }

    private static UploadOutcome.Refused Unknown(UploadPiece piece, PartOfFile part)
    {
        part.Forget();
        return new($"{piece.Name} is of no kind that is imported, by its name and its first lines. docs/knowledge.md lists the kinds.");
    }

    private static string? KindOf(PartOfFile part) => ImportableFiles.In(part.Folder).Files is [var one] ? one.Kind : null;

    /// <summary>Packed ones cannot be looked into before they are whole.</summary>
    private static bool IsToldByItsName(string name) => Path.GetExtension(name).ToUpperInvariant() is ".GZ" or ".ZIP" or ".PARQUET";

    private static bool IsPlain(string name) => name.Length > 0 && name[0] != '.' && name[^1] != '.' && name.Trim() == name
        && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '_' or '(' or ')' or '+');

    private static bool IsHeld(string path)
    {
        try
        {
            if (File.Exists(path)) new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("N0", CultureInfo.InvariantCulture);
}
