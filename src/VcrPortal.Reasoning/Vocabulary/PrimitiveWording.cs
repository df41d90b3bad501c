namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>The mark in a claim's tile; always shown with its word.</summary>
public enum ClaimSign { Unknown, Given, Up, Down, Binds, Moves, Into, With, Gain, Loss, End }

/// <summary>How claims of a primitive are said to a reader.</summary>
/// <param name="Verb">"binds"; of a primitive with a direction what up says: "activity rises".</param>
/// <param name="Opposite">What down says; null for a primitive without a direction.</param>
/// <param name="Sign">The mark; of a primitive with a direction the direction is the mark.</param>
/// <param name="Main">The parties: "venetoclax → BCL-2".</param>
/// <param name="Sub">What it acts through.</param>
public sealed record PrimitiveWording(
    WordingTemplate Verb, WordingTemplate? Opposite, ClaimSign Sign, WordingTemplate Main, WordingTemplate Sub);
