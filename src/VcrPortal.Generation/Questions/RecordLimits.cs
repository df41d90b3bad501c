namespace VcrPortal.Generation.Questions;

/// <summary>How much is taken from anybody. What is larger is refused with a sentence, never cut.</summary>
public static class RecordLimits
{
    /// <summary>The most bytes of one file: 16 MiB.</summary>
    public const int FileBytes = 16 * 1024 * 1024;

    /// <summary>The most records of one file.</summary>
    public const int Records = 10_000;

    /// <summary>Characters of a name, target, gene, dose, time, cell line, disease model, subtype or type.</summary>
    public const int Name = 200;

    /// <summary>Characters of a description or a SMILES.</summary>
    public const int Text = 4_000;

    /// <summary>Characters of a report that is to be structured.</summary>
    public const int Report = 200_000;

    /// <summary>Items of one list: contexts, perturbations or targets of one record.</summary>
    public const int ListItems = 100;

    /// <summary>Nested objects and lists.</summary>
    public const int JsonDepth = 32;
}
