namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>What a source says of an ordered pair. The numbers are part of the file format.</summary>
public enum EdgeKind : short
{
    /// <summary>A compound's known target.</summary>
    Targets = 1,
    /// <summary>A line's driver alteration; the sign is gain (+1) or loss (-1) of function, 0 where the source does not say.</summary>
    Alters = 2,
    /// <summary>Any variant of a line.</summary>
    Varies = 3,
    /// <summary>A compound was measured in a line.</summary>
    MeasuredIn = 4,
    /// <summary>A member of a family (isa) or of a class.</summary>
    IsA = 5,
    /// <summary>A part of a complex.</summary>
    PartOf = 6,
    /// <summary>Drawn in a pathway.</summary>
    TakesPartIn = 7,
    /// <summary>Changes the target's activity; sign 0 for an arrow without one.</summary>
    Regulates = 8,
    /// <summary>Changes the target gene's expression.</summary>
    RegulatesExpression = 9,
    Converts = 10,
    Catalyses = 11,
    Binds = 12,
    Cleaves = 13,
    /// <summary>A modification whose kind the source does not name.</summary>
    Modifies = 14,
    Phosphorylates = 15,
    Dephosphorylates = 16,
    Ubiquitinates = 17,
    /// <summary>Any unsigned relation; the statement's record names it: PrimeKG's <c>ppi</c>.</summary>
    RelatesTo = 18,
    /// <summary>A protein is seen in a compartment; the record is how sure the source is.</summary>
    LocatedIn = 19,
    /// <summary>A perturbation was seen to raise (+1), lower (-1) or not change (0) a phenotype; the record is the cell.</summary>
    ChangesPhenotype = 20,
}
