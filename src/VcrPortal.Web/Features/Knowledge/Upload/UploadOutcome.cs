namespace VcrPortal.Web.Features.Knowledge.Upload;

/// <summary>A piece of a file on its way from a browser.</summary>
/// <param name="Name">The file's own, without a folder.</param>
/// <param name="Bytes">The size of the whole file.</param>
/// <param name="Stamp">Tells it from another file of this name and length: when it was changed last, in milliseconds.</param>
/// <param name="At">Where the piece begins, from 0.</param>
public sealed record UploadPiece(string Name, long Bytes, long Stamp, long At);

/// <summary>What became of a piece.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome() { }

    /// <summary>On the disk; the next piece begins here. Also the answer to a piece that begins elsewhere, of which nothing is
    /// taken.</summary>
    public sealed record Kept(long Bytes) : UploadOutcome;

    /// <summary>The file is whole and lies ready to be imported.</summary>
    /// <param name="Kind">What it is recognised as.</param>
    public sealed record Whole(string Kind) : UploadOutcome;
    public sealed record NotAllowed : UploadOutcome;

    /// <param name="Why">A sentence that begins with the file: what is wrong, and what to do.</param>
    public sealed record Refused(string Why) : UploadOutcome;

    /// <summary>Another window is writing to it.</summary>
    public sealed record Busy : UploadOutcome;
}
