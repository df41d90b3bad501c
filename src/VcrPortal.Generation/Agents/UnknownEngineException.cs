namespace VcrPortal.Generation.Agents;

/// <summary>The engine that a job asks for is not registered here; the message is shown to people.</summary>
public sealed class UnknownEngineException(string name, EngineRegistry engines) : Exception(
    $"The engine \u201c{name}\u201d is not set up here. Ask for {string.Join(" or ", engines.All.Select(e => $"\u201c{e.Title}\u201d"))}.");
