using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Access.Forms;

/// <summary>Why a form was not taken before anything looked at what it says, in words for whoever sent it.</summary>
internal sealed record FormRefusal(int Status, string Heading, string Sentence)
{
    public static FormRefusal Stale { get; } = new(
        StatusCodes.Status400BadRequest, "This form was not taken",
        "It was open for too long, you signed in or out in another window meanwhile, or another site has sent it. Nothing was changed. Go "
        + "back: the browser keeps most of what was typed. Copy what is long, load the page again, and send it once more.");

    /// <returns>Null where the form bears our token, or none was sent. The token stands in the form, so that one which is too large to be
    /// read has none either.</returns>
    public static FormRefusal? Find(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } judged ? null
        : Exceeded(context, judged.Error) is { } most ? TooLarge(most)
        : Stale;

    /// <returns>How much is taken of that of which there was too much; null where the size is not at fault.</returns>
    private static string? Exceeded(HttpContext context, Exception? error) => error switch
    {
        null => null,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Megabytes(context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize),
        // The reader of forms says which limit it was in words alone.
        InvalidDataException e when e.Message.Contains("value length limit", StringComparison.Ordinal) =>
            string.Create(CultureInfo.InvariantCulture, $"up to {Limits(context).ValueLengthLimit:N0} characters in one field"),
        InvalidDataException e when e.Message.Contains("body length limit", StringComparison.Ordinal) =>
            Megabytes(Limits(context).MultipartBodyLengthLimit),
        _ => Exceeded(context, error.InnerException),
    };

    private static FormOptions Limits(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value;

    private static string Megabytes(long? bytes) =>
        bytes is { } known ? string.Create(CultureInfo.InvariantCulture, $"up to {known / 1_000_000} MB in one form")
            : "less in one form";

    private static FormRefusal TooLarge(string most) => new(
        StatusCodes.Status413PayloadTooLarge, "This form was too large",
        $"The portal takes {most}. Nothing was changed. Go back, choose a smaller file or paste less, and send it once more; what is "
        + "long can go in parts.");
}
