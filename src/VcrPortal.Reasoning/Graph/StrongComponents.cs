using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace VcrPortal.Reasoning.Graph;

/// <summary>Tarjan's strongly connected components without recursion, so that a chain of any length cannot exhaust the stack.</summary>
internal static class StrongComponents
{
    /// <summary>For each vertex the smallest vertex of its component.</summary>
    public static ImmutableArray<int> Find(Adjacency children) => new Search(children).Run();

    private sealed class Search(Adjacency children)
    {
        private readonly int[] _component = Filled(children.Count, -1);
        private readonly int[] _number = Filled(children.Count, -1);
        private readonly int[] _low = new int[children.Count];
        private readonly int[] _nextChild = new int[children.Count];
        private readonly Stack<int> _path = new();
        private readonly Stack<int> _waiting = new();
        private int _visited;

        public ImmutableArray<int> Run()
        {
            for (var root = 0; root < children.Count; root++)
            {
                if (_number[root] >= 0) continue;
                Enter(root);
                while (_path.TryPeek(out var at)) Step(at);
            }
            return ImmutableCollectionsMarshal.AsImmutableArray(_component);
        }

        private void Enter(int vertex)
        {
            _number[vertex] = _low[vertex] = _visited++;
            _path.Push(vertex);
            _waiting.Push(vertex);
        }

        private void Step(int at)
        {
            if (_nextChild[at] < children[at].Length)
            {
                var child = children[at][_nextChild[at]++];
                if (_number[child] < 0) Enter(child);
                else if (_component[child] < 0) _low[at] = Math.Min(_low[at], _number[child]);
                return;
            }
            _path.Pop();
            if (_path.TryPeek(out var parent)) _low[parent] = Math.Min(_low[parent], _low[at]);
            if (_low[at] == _number[at]) Close(at);
        }

        private void Close(int head)
        {
            var members = new List<int>();
            do members.Add(_waiting.Pop()); while (members[^1] != head);
            var first = members.Min();
            foreach (var member in members) _component[member] = first;
        }

        private static int[] Filled(int count, int value)
        {
            var array = new int[count];
            Array.Fill(array, value);
            return array;
        }
    }
}
