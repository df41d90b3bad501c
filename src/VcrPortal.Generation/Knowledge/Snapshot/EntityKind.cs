using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>What an entity of a snapshot is. The numbers are part of the file format; the order is that of preference among equal
/// names.</summary>
public enum EntityKind : short
{
    CellLine = 1,
    Compound = 2,
    Gene = 3,
    Family = 4,
    Complex = 5,
    Phenotype = 6,
    Pathway = 7,
    Disease = 8,
    Process = 9,
    Function = 10,
    Component = 11,
    Anatomy = 12,
    Exposure = 13,
}

public static class EntityKinds
{
    /// <summary>What an explanation calls it; None for kinds that no argument of a primitive takes, whose names are not looked for in
    /// texts.</summary>
    public static EntityTypes Type(this EntityKind kind) => kind switch
    {
        EntityKind.CellLine => EntityTypes.CellLine,
        EntityKind.Compound => EntityTypes.Compound,
        EntityKind.Gene => EntityTypes.Gene,
        EntityKind.Family => EntityTypes.Family,
        EntityKind.Complex => EntityTypes.Complex,
        EntityKind.Phenotype => EntityTypes.Phenotype,
        EntityKind.Pathway or EntityKind.Process => EntityTypes.Pathway,
        EntityKind.Disease => EntityTypes.Disease,
        _ => EntityTypes.None,
    };
}
