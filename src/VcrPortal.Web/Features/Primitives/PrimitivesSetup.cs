using Microsoft.Extensions.DependencyInjection.Extensions;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Features.Primitives.Catalogue;
using VcrPortal.Web.Features.Primitives.Proposals;

namespace VcrPortal.Web.Features.Primitives;

internal static class PrimitivesSetup
{
    public static IServiceCollection AddPrimitives(this IServiceCollection services)
    {
        services.TryAddSingleton(new VocabularyInUse(PrimitiveVocabulary.Vcr20)); // where no engine is, texts are read all the same
        return services
            .AddHostedService<KeepVocabulary>().AddSingleton<ReadPrimitives>().AddSingleton<RetirePrimitive>()
            .AddSingleton<ReadProposals>().AddSingleton<ProposePrimitive>().AddSingleton<VoteOnProposal>()
            .AddSingleton<CommentOnProposal>().AddSingleton<DecideProposal>().AddSingleton<DryRunProposal>();
    }
}
