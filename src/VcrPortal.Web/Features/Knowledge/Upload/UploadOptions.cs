using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Features.Knowledge.Upload;

/// <summary>Section <c>Knowledge:Upload</c>: files that administrators send from the browser.</summary>
public sealed class UploadOptions
{
    public const string Section = "Knowledge:Upload";

    /// <summary>The most that one file may have, in MB; with 0, nothing is taken from the browser.</summary>
    public int MostMegabytes { get; set; } = 4096;

    public long MostBytes => (long)MostMegabytes << 20;
}

internal sealed class ValidateUploadOptions : IValidateOptions<UploadOptions>
{
    public ValidateOptionsResult Validate(string? name, UploadOptions options) => options.MostMegabytes >= 0
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"{UploadOptions.Section}:{nameof(UploadOptions.MostMegabytes)} is {options.MostMegabytes}; write 0 for none, or how many MB.");
}
