using System.Collections.Frozen;

namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>
/// Aho-Corasick over folded names: all occurrences of all names in one pass, in time linear in the text. The transition table is complete,
/// so a step is one array read: states x distinct characters, about a megabyte for the starter pack.
/// </summary>
internal sealed class NameAutomaton
{
    private const int None = -1;

    private readonly FrozenDictionary<char, int> _symbols;
    private readonly int[] _next;
    private readonly int[] _name;
    private readonly int[] _shorter;

    /// <param name="names">Folded, distinct and not empty; an occurrence is told by the place in this list.</param>
    public NameAutomaton(IReadOnlyList<string> names)
    {
        _symbols = names.SelectMany(n => n).Distinct().Select((c, i) => (c, i)).ToFrozenDictionary(p => p.c, p => p.i);
        var states = 1 + names.Sum(n => n.Length);
        _next = new int[states * _symbols.Count];
        _name = new int[states];
        _shorter = new int[states];
        Array.Fill(_next, None);
        Array.Fill(_name, None);
        Array.Fill(_shorter, None);
        AddNames(names);
        Complete();
    }

    /// <summary>Calls <paramref name="found"/> with the end (exclusive) of each occurrence and the name's number, the longest of one end
    /// first.</summary>
    public void Scan(ReadOnlySpan<char> text, Action<int, int> found)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = _symbols.TryGetValue(text[i], out var symbol) ? _next[(state * _symbols.Count) + symbol] : 0;
            for (var at = _name[state] != None ? state : _shorter[state]; at != None; at = _shorter[at]) found(i + 1, _name[at]);
        }
    }

    private void AddNames(IReadOnlyList<string> names)
    {
        var states = 1;
        for (var number = 0; number < names.Count; number++)
        {
            var state = 0;
            foreach (var letter in names[number])
            {
                ref var next = ref _next[(state * _symbols.Count) + _symbols[letter]];
                if (next == None) next = states++;
                state = next;
            }
            _name[state] = number;
        }
    }

    /// <summary>Breadth first: a missing transition is that of the longest proper suffix, which is complete already.</summary>
    private void Complete()
    {
        var suffix = new int[_name.Length];
        var queue = new Queue<int>();
        queue.Enqueue(0);
        while (queue.TryDequeue(out var state))
            for (var symbol = 0; symbol < _symbols.Count; symbol++)
            {
                ref var next = ref _next[(state * _symbols.Count) + symbol];
                var viaSuffix = state == 0 ? 0 : _next[(suffix[state] * _symbols.Count) + symbol];
                if (next == None)
                {
                    next = viaSuffix;
                    continue;
                }
                suffix[next] = viaSuffix;
                _shorter[next] = _name[viaSuffix] != None ? viaSuffix : _shorter[viaSuffix];
                queue.Enqueue(next);
            }
    }
}
