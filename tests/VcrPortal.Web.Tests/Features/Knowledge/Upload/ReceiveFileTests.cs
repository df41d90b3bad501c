using System.Text;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Tests;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Knowledge.Upload;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Knowledge.Upload;

public sealed class ReceiveFileTests : IDisposable
{
    private const string Name = "relations.csv";
    private static readonly Caller Admin = new("admin", PortalRole.Admin);
    private static readonly byte[] Content =
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"HGNC,MAP2K{i},isa,FPLX,MEK\n")));

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_InPieces_LiesReadyWhole_AndIsRecognised()
    {
        await using var portal = await StartAsync();
        Assert.Equal(5000, Kept(await SendAsync(portal, 0, 5000)));
        Assert.Empty(ImportableFiles.In(_folder.Place).Files); // no import takes half of it
        Assert.Equal(9000, Kept(await SendAsync(portal, 5000, 4000)));
        Assert.Equal("FamPlex relations", Assert.IsType<UploadOutcome.Whole>(await SendAsync(portal, 9000)).Kind);
        Assert.Equal(Content, await File.ReadAllBytesAsync(_folder.File(Name)));
        Assert.Equal([Name], ImportableFiles.In(_folder.Place).Files.Select(f => f.Name));
        await using var db = portal.Db();
        Assert.Equal($"received {Name}, {Content.Length:N0} bytes", (await db.History.SingleAsync()).Detail);
    }

    [Fact]
    public async Task LineThatBreaksOff_LosesNothingThatWasAcknowledged_AndTheFileGoesOnFromThere()
    {
        await using var portal = await StartAsync();
        await SendAsync(portal, 0, 5000);
        await Assert.ThrowsAsync<OperationCanceledException>(() => portal.Get<ReceiveFile>()
            .RunAsync(Piece(5000), new BrokenLine(Content[5000..7000]), Admin, default));
        Assert.Equal(5000, Kept(await SendAsync(portal, 0, 5000))); // chosen again in a new window: nothing of it is taken twice
        await SendAsync(portal, 5000);
        Assert.Equal(Content, await File.ReadAllBytesAsync(_folder.File(Name)));
    }

    [Fact]
    public async Task File_OfTheSameName_TakesThePlaceOfTheOneBefore_OnceItIsWhole()
    {
        _folder.Write(Name, "HGNC,OLD,isa,FPLX,MEK\n");
        await using var portal = await StartAsync();
        await SendAsync(portal, 0, 5000);
        Assert.StartsWith("HGNC,OLD", await File.ReadAllTextAsync(_folder.File(Name)), StringComparison.Ordinal);
        await SendAsync(portal, 5000);
        Assert.Equal(Content, await File.ReadAllBytesAsync(_folder.File(Name)));
    }

    [Theory]
    [InlineData("notes.txt", 12, "notes.txt is of no kind that is imported")]
    [InlineData("relations.csv", 0, "relations.csv is empty.")]
    [InlineData("relations.csv", 3L << 20, "has 3 MB; at most 1 MB are taken from a browser")]
    [InlineData("../relations.csv", 12, "A file is named with letters")]
    [InlineData(".relations.csv", 12, "A file is named with letters")]
    [InlineData("", 12, "A file is named with letters")]
    public async Task WhatIsNoSuchFile_IsRefusedWithASentence_AndNothingOfItStays(string name, long bytes, string sentence)
    {
        await using var portal = await StartAsync();
        var outcome = await portal.Get<ReceiveFile>()
            .RunAsync(new(name, bytes, 1, 0), new MemoryStream("hello world\n"u8.ToArray()), Admin, default);
        Assert.Contains(sentence, Assert.IsType<UploadOutcome.Refused>(outcome).Why, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Place, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task FileOfTheWrongKind_IsRefusedAfterItsFirstPiece()
    {
        await using var portal = await StartAsync();
        var outcome = await portal.Get<ReceiveFile>()
            .RunAsync(new("notes.txt", 500_000, 1, 0), new MemoryStream(new byte[5000]), Admin, default);
        Assert.IsType<UploadOutcome.Refused>(outcome);
    }

    [Fact]
    public async Task Pieces_OfTwoAdministrators_AreNeverMixed_AndOthersSendNothing()
    {
        await using var portal = await StartAsync();
        await SendAsync(portal, 0, 5000);
        Assert.Equal(0, Kept(await SendAsync(portal, 5000, caller: new("another", PortalRole.Admin))));
        Assert.IsType<UploadOutcome.NotAllowed>(await SendAsync(portal, 0, caller: new("eva", PortalRole.Editor)));
    }

    [Fact]
    public async Task TwoWindows_ThatSendOneFile_DoNotWriteAtOnce()
    {
        await using var portal = await StartAsync();
        await SendAsync(portal, 0, 5000);
        var part = Directory.GetFiles(Path.Combine(_folder.Place, ".uploads"), Name, SearchOption.AllDirectories).Single();
        await using (new FileStream(part, FileMode.Open, FileAccess.Write, FileShare.None))
            Assert.IsType<UploadOutcome.Busy>(await SendAsync(portal, 5000));
        Assert.IsType<UploadOutcome.Whole>(await SendAsync(portal, 5000));
    }

    [Fact]
    public async Task Part_ThatNobodyGoesOnWith_IsThrownAwayInTheEnd()
    {
        var clock = new ManualClock();
        clock.SetUtcNow(TimeProvider.System.GetUtcNow()); // files are dated by the disk
        await using var portal = await StartAsync(clock);
        await SendAsync(portal, 0, 5000);
        clock.Advance(PartOfFile.Forgotten + TimeSpan.FromHours(1));
        Assert.Equal(5000, Kept(await SendAsync(portal, 0, 5000, new("another", PortalRole.Admin))));
        Assert.Equal(0, Kept(await SendAsync(portal, 5000)));
    }

    private Task<TestPortal> StartAsync(TimeProvider? clock = null) => TestPortal.StartAsync(
        clock, settings: [("Knowledge:ImportFolder", _folder.Place), ("Knowledge:Upload:MostMegabytes", "1")]);

    private static Task<UploadOutcome> SendAsync(TestPortal portal, int at, int? bytes = null, Caller? caller = null) =>
        portal.Get<ReceiveFile>().RunAsync(
            Piece(at), new MemoryStream(Content[at..(bytes is { } some ? at + some : Content.Length)]), caller ?? Admin, default);

    private static UploadPiece Piece(int at) => new(Name, Content.Length, 1, at);

    private static long Kept(UploadOutcome outcome) => Assert.IsType<UploadOutcome.Kept>(outcome).Bytes;

    /// <summary>Gives these bytes, and ends as a connection does.</summary>
    private sealed class BrokenLine(byte[] bytes) : MemoryStream(bytes)
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
            throw new OperationCanceledException("The client went away.");
        }
    }
}
