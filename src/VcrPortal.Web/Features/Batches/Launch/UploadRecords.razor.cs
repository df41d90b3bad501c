using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch.Steps;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Reads what was sent, says what is wrong with it, and launches what is sound once its number was seen.</summary>
public sealed partial class UploadRecords
{
    /// <summary>Bytes that are shown in the text box; a longer file goes along packed.</summary>
    private const int MostShown = 1_000_000;

    private readonly List<RecordProblem> _problems = [];
    private ImmutableArray<PerturbationRecord> _records = [];
    private LaunchStep _step;
    private bool _isKept = true;
    private string? _refusal;
    private string? _note;

    [Inject] private LaunchJob LaunchOne { get; set; } = null!;
    [Inject] private LaunchBatch LaunchMany { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "upload")] private string? Json { get; set; }
    /// <summary>A longer file, from the step before.</summary>
    [SupplyParameterFromForm(FormName = "upload")] private string? Packed { get; set; }
    [SupplyParameterFromForm(FormName = "upload")] private IFormFile? File { get; set; }
    /// <summary>The name of the file whose text goes along.</summary>
    [SupplyParameterFromForm(FormName = "upload")] private string? FileName { get; set; }
    [SupplyParameterFromForm(FormName = "upload")] private string? Title { get; set; }
    [SupplyParameterFromForm(FormName = "upload")] private string? Intent { get; set; }
    /// <summary>How many jobs the page said before, so that nobody starts others than they saw.</summary>
    [SupplyParameterFromForm(FormName = "upload")] private int Seen { get; set; }
    [SupplyParameterFromForm(FormName = "upload")] private bool IsPrivate { get; set; }
    [CascadingParameter] private HttpContext Request { get; set; } = null!;

    private int BadRecords => _problems.Where(p => p.Index is not null).Select(p => p.Index).Distinct().Count();

    private int Total => _records.Length + BadRecords;

    /// <summary>One record is a job, and nothing that has to be confirmed; a file that does not go along is chosen for one step
    /// only.</summary>
    private bool IsLast => _step == LaunchStep.Start || (_step == LaunchStep.LookAt && (_records.Length == 1 || !_isKept));

    private string Jobs => $"{Count(_records.Length)} {(_records.Length == 1 ? "job" : "jobs")}";

    private string Suggested => string.IsNullOrWhiteSpace(FileName)
        ? string.Create(CultureInfo.InvariantCulture, $"{_records.Length} records") : FileName;

    private async Task TakeAsync()
    {
        var aborted = Request.RequestAborted;
        if (await ReadAsync(aborted) is not { } read) return;
        (_records, _note) = (read.Records, read.Note);
        _problems.AddRange(read.Problems);
        if (_records.IsEmpty && _problems.Count == 0) _refusal = "There is no record in this.";
        if (string.IsNullOrWhiteSpace(Title) || Title == Suggested) Title = null; // one that was suggested is not kept for other records
        _step = StepAfter();
        if (Intent != "launch" || _records.IsEmpty || !IsLast) return;
        if (_records.Length == 1) await LaunchJobAsync(_records[0], aborted);
        else if (Seen == _records.Length) await LaunchBatchAsync(aborted);
        else _refusal = $"This is not what you were shown: it would start {Jobs}. Nothing was launched yet.";
    }

    private LaunchStep StepAfter() => _records.IsEmpty || Intent == "edit" ? LaunchStep.Give
        : Intent is "confirm" or "launch" && _records.Length > 1 ? LaunchStep.Start : LaunchStep.LookAt;

    /// <summary>A file that was chosen, else what is pasted, else the file of the step before.</summary>
    private async Task<PerturbationRecords?> ReadAsync(CancellationToken aborted)
    {
        if (File is { Length: > 0 })
        {
            FileName = Path.GetFileName(File.FileName);
            await using var chosen = File.OpenReadStream();
            return Keep(await PerturbationRecordReader.ReadAsync(chosen, aborted));
        }
        if (!string.IsNullOrWhiteSpace(Json) || string.IsNullOrEmpty(Packed))
        {
            Packed = null;
            return PerturbationRecordReader.Read(Json ?? "");
        }
        try
        {
            await using var kept = PackedRecords.Unpack(Packed);
            return await PerturbationRecordReader.ReadAsync(kept, aborted);
        }
        catch (InvalidDataException)
        {
            Packed = null;
            _refusal = "The file did not come along whole. Nothing was launched; choose it once more.";
            return null;
        }
    }

    private PerturbationRecords Keep(PerturbationRecords read)
    {
        var isShown = read.Utf8.Length <= MostShown;
        Json = isShown ? Encoding.UTF8.GetString(read.Utf8.Span) : null;
        Packed = isShown ? null : PackedRecords.Pack(read.Utf8);
        _isKept = isShown || Packed is not null;
        return read;
    }

    private async Task LaunchJobAsync(PerturbationRecord record, CancellationToken aborted)
    {
        var outcome = await LaunchOne.RunAsync(record, IsPrivate, Caller.From(Request.User), aborted);
        if (outcome is LaunchOutcome.Launched(var number)) Navigation.SeeOther(Request, PortalUrls.Job(number));
        else if (outcome is LaunchOutcome.Invalid(var problems)) _problems.AddRange(BatchText.Problems(new(record.Index, problems)));
        else _refusal = LaunchText.For(outcome);
    }

    private async Task LaunchBatchAsync(CancellationToken aborted)
    {
        var title = Title?.Trim() ?? Suggested;
        var outcome = await LaunchMany.RunAsync(title, _records, IsPrivate, Caller.From(Request.User), aborted);
        if (outcome is BatchOutcome.Launched(var number, _, _))
        {
            Navigation.SeeOther(Request, PortalUrls.Batch(number));
            return;
        }
        if (outcome is BatchOutcome.Invalid(var refused)) _problems.AddRange(refused.SelectMany(BatchText.Problems));
        _refusal = BatchText.For(outcome);
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
