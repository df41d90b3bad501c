using System.Globalization;
using System.Text;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diff;

/// <summary>The ids of the graph after, under which its actions stand once the diff is applied to the graph before.</summary>
internal sealed class IdTranslation
{
    private readonly ActionGraph _after;
    private readonly NodeId?[] _ids;

    public IdTranslation(ActionGraph before, ActionGraph after, NodePairing pairing)
    {
        _after = after;
        var taken = before.Actions.Select(a => a.Id).Append(before.Context?.Id).OfType<NodeId>()
            .Concat(before.Edges.SelectMany(e => new[] { e.Source, e.Target })).ToHashSet();
        var next = taken.Concat(after.Actions.Select(a => a.Id).OfType<NodeId>()).Select(Number).DefaultIfEmpty().Max() + 1;
        _ids = new NodeId?[after.Actions.Length];
        for (var at = 0; at < _ids.Length; at++)
        {
            var partner = pairing.PartnerOfAfter[at];
            _ids[at] = partner >= 0 ? before.Actions[partner].Id : after.Actions[at].Id;
            if (partner < 0 && _ids[at] is { } id && !taken.Add(id)) _ids[at] =
                new NodeId(string.Create(CultureInfo.InvariantCulture, $"n{next++}"));
        }
    }

    public NodeId? this[int action] => _ids[action];

    public NodeId Translate(NodeId id) => _after.Index.Position(id) is var at and >= 0 ? _ids[at] ?? id : id;

    /// <summary>The argument with the ids that it names translated, where it is one that names ids.</summary>
    public Argument Translate(ActionNode action, Argument argument)
    {
        if (!Surroundings.IsMechanism(action, argument)) return argument;
        return argument.Value switch
        {
            ArgumentValue.Text text => argument with { Value = new ArgumentValue.Text(Translate(text.Value)) },
            ArgumentValue.List list => argument with { Value = new ArgumentValue.List([.. list.Items.Select(Translate)]) },
            _ => argument,
        };
    }

    private string Translate(string text)
    {
        var words = new StringBuilder();
        var from = 0;
        foreach (var reference in ActionReferences.In(text, _after.Index))
        {
            words.Append(text, from, reference.Start - from)
                .Append(Translate(new NodeId(text.Substring(reference.Start, reference.Length))).Value);
            from = reference.Start + reference.Length;
        }
        return words.Append(text, from, text.Length - from).ToString();
    }

    // Large enough numbers to overflow leave room for no fresh ones and are not counted.
    private static int Number(NodeId id) =>
        id.Value.StartsWith('n') && int.TryParse(id.Value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number < 1_000_000_000 ? number : 0;
}
