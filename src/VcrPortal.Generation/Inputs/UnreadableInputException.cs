namespace VcrPortal.Generation.Inputs;

/// <summary>Bytes that are no text, or a text that cannot be read without damage. The message says what they are and what to do, as the end
/// of a sentence that begins with the file: "is a zip archive. Unpack it first."</summary>
public sealed class UnreadableInputException(string message, Exception? inner = null) : IOException(message, inner);
