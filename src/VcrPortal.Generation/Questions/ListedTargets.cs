using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Questions;

/// <summary>The targets of a compound as they are believed: those of its row, read by the reviewed exceptions.</summary>
/// <param name="Polarity">Null where no exception changes it.</param>
/// <param name="Says">One sentence for each exception that was applied.</param>
internal sealed record ListedTargets(ImmutableArray<DirectTarget> Targets, Polarity? Polarity, ImmutableArray<string> Says)
{
    /// <param name="carriers">The targets through which the effect runs.</param>
    public static ListedTargets From(Compound compound, KnowledgeBase knowledge, ImmutableHashSet<string> carriers)
    {
        var (targets, says) = (new List<DirectTarget>(), new List<string>());
        Polarity? polarity = null;
        foreach (var listed in compound.Targets)
        {
            var exception = knowledge.Exceptions.FirstOrDefault(e => e.IsAbout(compound, listed));
            var entity = exception?.Kind == TargetExceptionKind.Through ? exception.Instead! : listed;
            if (exception is { Kind: TargetExceptionKind.Carried }) Carry(targets, compound, listed, exception);
            // A row can list both the protein that is bound and the one behind it.
            if (exception?.Kind != TargetExceptionKind.NotATarget && targets.TrueForAll(t => t.Entity != entity))
                targets.Add(new(entity, FactEvidence.From(compound), carriers.Contains(listed))
                {
                    Exception = exception is null ? null : FactEvidence.From(exception),
                    Act = ActBy(exception?.Kind),
                });
            if (exception is null) continue;
            polarity = PolarityBy(exception.Kind) ?? polarity;
            // How it acts is told with the compound; where the knowledge ends stands what is not believed.
            if (ActBy(exception.Kind) == DrugAct.Moves && !says.Contains(exception.Says)) says.Add(exception.Says);
        }
        return new([.. targets], polarity, [.. says]);
    }

    /// <summary>One carrier can carry a compound to several of its targets.</summary>
    private static void Carry(
        List<DirectTarget> targets, Compound compound, string listed, TargetException exception)
    {
        var carrier = exception.Instead!;
        var at = targets.FindIndex(t => t.Entity == carrier);
        if (at < 0) targets.Add(new(carrier, FactEvidence.From(compound), CarriesEffect: false)
        {
            Exception = FactEvidence.From(exception),
            CarriesTo = [listed],
        });
        else targets[at] = targets[at] with { CarriesTo = targets[at].CarriesTo.Add(listed) };
    }

    private static DrugAct ActBy(TargetExceptionKind? kind) => kind switch
    {
        TargetExceptionKind.Traps => DrugAct.Traps,
        TargetExceptionKind.Degrades => DrugAct.Degrades,
        _ => DrugAct.Moves,
    };

    private static Polarity? PolarityBy(TargetExceptionKind kind) => kind switch
    {
        TargetExceptionKind.Through or TargetExceptionKind.Inhibits => Knowledge.Polarity.Inhibits,
        TargetExceptionKind.Activates => Knowledge.Polarity.Activates,
        TargetExceptionKind.Degrades => Knowledge.Polarity.Degrades,
        TargetExceptionKind.Glue or TargetExceptionKind.Unclear => Knowledge.Polarity.Unknown,
        _ => null,
    };
}
