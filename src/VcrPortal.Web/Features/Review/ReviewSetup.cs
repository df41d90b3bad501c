using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Review.Agreement;
using VcrPortal.Web.Features.Review.Calibration;
using VcrPortal.Web.Features.Review.Export;
using VcrPortal.Web.Features.Review.Judge;
using VcrPortal.Web.Features.Review.Queue;
using VcrPortal.Web.Features.Review.Record;

namespace VcrPortal.Web.Features.Review;

internal static class ReviewSetup
{
    public static IServiceCollection AddReviews(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReviewOptions>().BindAll(configuration.GetSection(ReviewOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<ReviewOptions>, ValidateReviewOptions>()
            .AddSingleton<EnqueueReviews>().AddSingleton<ListReviews>().AddSingleton<ReserveReview>().AddSingleton<SaveReviewDraft>()
            .AddSingleton<TakeNext>().AddSingleton<StandAside>().AddSingleton<FindHeldBack>()
            .AddSingleton<ReadReview>().AddSingleton<SubmitReview>().AddSingleton<ChangeJudgement>().AddSingleton<AdjudicateReview>()
            .AddSingleton<RetractReview>().AddSingleton<ReadAgreement>().AddSingleton<ReadCalibration>()
            .AddSingleton<ReadOwnRecord>().AddSingleton<ExportJudgements>();
    }
}
