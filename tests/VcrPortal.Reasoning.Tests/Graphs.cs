using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests;

/// <summary>Graphs for tests: short ones by hand, and generated ones with hostile texts.</summary>
internal static class Graphs
{
    private static readonly PrimitiveVocabulary Vocabulary = PrimitiveVocabulary.Vcr20;

    private static readonly string[] HostileTexts =
        ["", " ", "\"", "\\", "\\\"", "a\", target=\"b", "')", "\")\nedge(\"n1\", \"n2\")", "line\r\nbreak", "</dag>",
            "<script>alert(1)</script>", "n1 -> n2", "# no comment", "//", "```",
            "\u202Eabc", "\uFEFF", "\0", "\uD800", "😀", "BAX/BAK", "“quoted”", "it's", "[1, 2]", "a;b,c", "=", ":", "{}", "\\u0041", "µM",
                "\t", "'; DROP TABLE traces; --", "n1"];

    /// <summary>A graph of molecule activities that ends in a phenotype, from edges such as <c>n1-n2</c>.</summary>
    public static ActionGraph From(int actions, params string[] edges) =>
        new(Vocabulary, Context("C32"),
            [.. Enumerable.Range(1, actions).Select(i => i == actions ? Phenotype(i) : Activity(i, $"GENE{i}", "up"))],
            [.. edges.Select(Edge)]);

    public static ActionNode Context(string cell) => new(null, "set_context", Vocabulary.Find("set_context"), [Text("cell_type", cell)]);

    public static ActionNode Activity(int number, string target, string direction) =>
        new(new NodeId($"n{number}"), "modulates_molecule_activity", Vocabulary.Find("modulates_molecule_activity"),
            [Text("target", target), Text("direction", direction)]);

    public static ActionNode Phenotype(int number) =>
        new(new NodeId($"n{number}"), "induces_phenotype", Vocabulary.Find("induces_phenotype"),
            [Text("source", "a compound"), Text("phenotype", "apoptosis")]);

    public static Argument Text(string name, string value) => new(name, new ArgumentValue.Text(value));

    public static CausalEdge Edge(string ends) => new(new NodeId(ends.Split('-')[0]), new NodeId(ends.Split('-')[1]));

    /// <summary>A random graph of up to <paramref name="most"/> actions; edges may lead anywhere.</summary>
    public static ActionGraph Random(int seed, int most = 40, bool isAcyclic = false)
    {
        var random = new Random(seed);
        var count = random.Next(0, most + 1);
        var edges = from _ in Enumerable.Range(0, count == 0 ? 0 : random.Next(0, 2 * count))
                    let ends = (random.Next(1, count + 1), random.Next(1, count + 1))
                    where !isAcyclic || ends.Item1 != ends.Item2
                    let ordered = isAcyclic ? (Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2)) : ends
                    select new CausalEdge(
                        new NodeId($"n{ordered.Item1}"), new NodeId($"n{ordered.Item2}"), random.Next(4) == 0 ? CausalRelation.Correlative
                        : CausalRelation.Causal);
        return new ActionGraph(
            Vocabulary, random.Next(3) == 0 ? null : Context("A549"),
            [.. Enumerable.Range(1, count).Select(i => Activity(i, $"GENE{i % 7}", i % 3 == 0 ? "down" : "up"))], [.. edges]);
    }

    /// <summary>Any graph that a text can hold: known and unknown primitives, missing arguments, hostile texts and ids, dangling and
    /// repeated edges.</summary>
    public static Arbitrary<ActionGraph> Any { get; } =
        (from context in Gen.OneOf(Gen.Constant((ActionNode?)null), ContextNode.Select(c => (ActionNode?)c))
         from actions in Gen.ListOf(Gen.Frequency((8, KnownAction), (1, UnknownAction)))
         from edges in Gen.ListOf(AnyEdge)
         select new ActionGraph(Vocabulary, context, [.. actions], [.. edges])).ToArbitrary();

    private static Gen<string> AnyText => Gen.Frequency(
        (3, Gen.Elements(HostileTexts)),
        (2, Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(c => (char)c)).Select(characters => new string(characters))),
        (2, ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? "")));

    private static Gen<NodeId> AnyId =>
        Gen.Frequency((5, Gen.Choose(0, 8).Select(i => $"n{i}")), (1, AnyText)).Select(id => new NodeId(id));

    private static Gen<ActionNode> ContextNode =>
        from id in Gen.Frequency((2, Gen.Constant((NodeId?)null)), (1, AnyId.Select(i => (NodeId?)i)))
        from arguments in ArgumentsOf(Vocabulary.Find("set_context")!)
        select new ActionNode(id, "set_context", Vocabulary.Find("set_context"), arguments);

    private static Gen<ActionNode> KnownAction =>
        from primitive in Gen.Elements(Vocabulary.Primitives.Where(p => p.Name != "set_context"))
        from id in Gen.Frequency((9, AnyId.Select(i => (NodeId?)i)), (1, Gen.Constant((NodeId?)null)))
        from arguments in ArgumentsOf(primitive)
        select new ActionNode(id, primitive.Name, primitive, arguments);

    private static Gen<ActionNode> UnknownAction =>
        from name in Gen.Elements("inhibits_enzyme", "explodes", "_x1")
        from id in AnyId
        from value in AnyValue
        select new ActionNode(id, name, null, [new Argument("what", value)]);

    private static Gen<CausalEdge> AnyEdge =>
        from source in AnyId.Where(id => !string.IsNullOrWhiteSpace(id.Value))
        from target in AnyId.Where(id => !string.IsNullOrWhiteSpace(id.Value))
        from relation in Gen.Elements(CausalRelation.Causal, CausalRelation.Correlative)
        select new CausalEdge(source, target, relation);

    private static Gen<ArgumentValue> AnyValue => Gen.OneOf(
        AnyText.Select(ArgumentValue (text) => new ArgumentValue.Text(text)),
        Gen.ListOf(AnyText).Select(ArgumentValue (texts) => new ArgumentValue.List([.. texts])));

    private static Gen<ImmutableArray<Argument>> ArgumentsOf(ActionPrimitive primitive) =>
        from known in Gen.CollectToArray(primitive.Arguments.Where(a => a.Kind != ArgumentKind.ActionId), ArgumentOf)
        from extra in Gen.Frequency(
            (4, Gen.Constant((Argument?)null)), (1, AnyValue.Select(value => (Argument?)new Argument("remark", value))))
        select ImmutableArray.Create([.. known.OfType<Argument>(), .. extra is null ? [] : new[] { extra }]);

    private static Gen<Argument?> ArgumentOf(ArgumentDefinition definition) =>
        Gen.Frequency(
            (1, Gen.Constant((Argument?)null)),
            (4, ValueOf(definition.Kind).Select(value => (Argument?)new Argument(definition.Name, value))));

    private static Gen<ArgumentValue> ValueOf(ArgumentKind kind) => kind switch
    {
        ArgumentKind.EntityList => Gen.ListOf(AnyText).Select(ArgumentValue (texts) => new ArgumentValue.List([.. texts])),
        ArgumentKind.Direction => Gen.Elements("up", "down", "sideways").Select(ArgumentValue (text) => new ArgumentValue.Text(text)),
        _ => AnyValue,
    };
}
