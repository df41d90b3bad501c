namespace VcrPortal.Reasoning.Vocabulary;

/// <summary>What a claim is about, whatever its primitive is called. Rules and verifiers ask for this and never for a name, so that a new
/// primitive of a known kind is judged as its kin are.</summary>
public enum ClaimKind
{
    /// <summary>Nothing that a rule or verifier asks for.</summary>
    Other,
    /// <summary>The cell before the perturbation.</summary>
    Context,
    Binding,
    /// <summary>Assembly or dissociation of a complex.</summary>
    Complex,
    /// <summary>Annotation to a pathway, process or compartment.</summary>
    Membership,
    MoleculeActivity,
    PathwayActivity,
    /// <summary>A change of the gene that gives or takes a protein's function; which of the two says <see cref="ClaimOutput"/>.</summary>
    ProteinFunction,
    /// <summary>RNA of a list of genes.</summary>
    Expression,
    /// <summary>Modification of a protein at a site.</summary>
    Modification,
    /// <summary>How long a protein lives.</summary>
    Stability,
    Localisation,
    /// <summary>A measurable phenotype; whether it rises or falls says <see cref="ClaimOutput"/>.</summary>
    Phenotype,
}

/// <summary>Which way the entity of an output goes.</summary>
public enum OutputSign
{
    /// <summary>The claim's own direction says it.</summary>
    ByDirection,
    Rises,
    Falls,
}

/// <summary>What a claim says rises or falls.</summary>
/// <param name="Argument">The argument that names it, one entity or a list.</param>
public sealed record ClaimOutput(string Argument, OutputSign Sign);
