using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Tests.Questions;

public class PerturbationRecordWriterTests
{
    private static readonly Gen<string?> Words = Gen.Elements(
        null, "C32", "TGF-\u03B2", "5-FU", "\"quoted\"", "back\\slash", "<b>", "\u03B1\u0301", "\U0001F9EC", "PI 3-kinase", "a/b", "{}",
            "[1]", "null and void");

    private static readonly Gen<Perturbation> Perturbations =
        from kind in Gen.Elements(PerturbationKind.Chemical, PerturbationKind.Genetic)
        from name in Words.Where(w => w is not null)
        from smiles in Words
        from targets in Gen.ListOf(Words.Where(w => w is not null))
        from mechanism in Words
        from gene in Words
        from edit in Words
        from dose in Words
        from time in Words
        select new Perturbation(kind, name, smiles, [.. targets.OfType<string>().Distinct()], mechanism, gene, edit, dose, time);

    private static readonly Gen<CellContext> Contexts =
        from line in Words
        from model in Words
        from subtype in Words
        from description in Words
        from type in Words
        select new CellContext(line, model, subtype, description, type);

    private static readonly Gen<PerturbationRecord> Records =
        from contexts in Gen.ListOf(Contexts)
        from perturbations in Gen.NonEmptyListOf(Perturbations)
        from report in Words
        select new PerturbationRecord([.. contexts], [.. perturbations], 0, report);

    [Fact]
    public void Write_AnyRecords_AreReadAgainAsTheSame() =>
        Prop.ForAll(Gen.ListOf(Records).Select(l => l.Select((r, i) => r with { Index = i }).ToImmutableArray()).ToArbitrary(), records =>
        {
            var read = PerturbationRecordReader.Read(PerturbationRecordWriter.Write(records));
            return read.Problems.IsEmpty && read.Records.Length == records.Length
                && read.Records.Zip(records).All(p => Same(p.First, p.Second));
        }).QuickCheckThrowOnFailure();

    /// <summary>Record equality, with lists compared by their items.</summary>
    private static bool Same(PerturbationRecord a, PerturbationRecord b) =>
        a.Index == b.Index && a.Report == b.Report && a.Contexts.SequenceEqual(b.Contexts)
            && a.Perturbations.Length == b.Perturbations.Length
        && a.Perturbations.Zip(b.Perturbations).All(p => p.First.StatedTargets.SequenceEqual(p.Second.StatedTargets)
            && p.First with { StatedTargets = [] } == p.Second with { StatedTargets = [] });
}
