using System.Collections.Immutable;
using VcrPortal.Web.Features.Discussion.Votes;

namespace VcrPortal.Web.Features.Review.Judge;

/// <summary>Reads the numbered fields of <see cref="ClaimQuestion"/> from a form that was sent.</summary>
internal static class PostedAnswers
{
    /// <summary>Claims of one form; no graph that is reviewed has more.</summary>
    private const int Most = 1000;

    public static ImmutableArray<ClaimAnswer> Read(IFormCollection form)
    {
        var answers = ImmutableArray.CreateBuilder<ClaimAnswer>();
        for (var at = 0; at < Most && form.TryGetValue($"c{at}", out var claim); at++)
            answers.Add(new(
                claim.ToString(), Read<Answer>(form[$"a{at}"].ToString()), Read<Disagreement>(form[$"r{at}"].ToString()),
                form[$"n{at}"].ToString() is { Length: > 0 } note ? note : null));
        return answers.ToImmutable();
    }

    private static T? Read<T>(string word) where T : struct, Enum =>
        Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : null;
}
