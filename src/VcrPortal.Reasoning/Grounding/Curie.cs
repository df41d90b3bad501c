namespace VcrPortal.Reasoning.Grounding;

/// <summary>A namespace and an id within it: <c>HGNC:1097</c>, <c>PUBCHEM.COMPOUND:10288191</c>.</summary>
public readonly record struct Curie(string Namespace, string Id)
{
    public override string ToString() => $"{Namespace}:{Id}";

    /// <summary>Splits at the first colon; null when there is none or a side is empty.</summary>
    public static Curie? TryParse(string? text)
    {
        var colon = text?.IndexOf(':') ?? -1;
        return colon > 0 && colon < text!.Length - 1 ? new Curie(text[..colon], text[(colon + 1)..]) : null;
    }
}
