using System.Collections.Concurrent;

namespace VcrPortal.Generation.Agents;

/// <summary>
/// What an engine has worked out in one run, so that its second agent need not work it out again. Each engine keeps a type of its own here;
/// an engine whose agents are two separate models keeps nothing, and its second agent knows the report alone.
/// </summary>
public sealed class EngineNotes
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _notes = new();

    /// <summary>The note of this type; where there is none yet, it is worked out and kept.</summary>
    public T GetOrWorkOut<T>(Func<T> workOut) where T : class =>
        (T)_notes.GetOrAdd(typeof(T), static (_, make) => new Lazy<object>(make), workOut).Value;
}
