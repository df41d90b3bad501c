using System.Collections.Immutable;
using static VcrPortal.Reasoning.Diagnostics.Severity;

namespace VcrPortal.Reasoning.Diagnostics;

/// <summary>Every diagnostic of the language. 1xx: the text; 2xx: one action; 3xx: the graph; 4xx: the JSON form.</summary>
public static class DiagnosticRules
{
    public static readonly DiagnosticRule Truncated =
        new("VCR101", Error, "The text ends in the middle of a call, a line or a block. What was cut is not read.");
    public static readonly DiagnosticRule CallTooLong =
        new("VCR102", Error, "One call is longer than the reader takes. It is skipped to the end of its line.");
    public static readonly DiagnosticRule UnclosedCall =
        new("VCR103", Error, "A call lacks its closing quote or parenthesis before the next one begins.");
    public static readonly DiagnosticRule EdgeWithoutEnds = new("VCR104", Error, "An edge needs the ids of two actions.");
    public static readonly DiagnosticRule TooManyProblems = new("VCR105", Error, "There are more problems than the reader lists.");
    public static readonly DiagnosticRule TooManyArguments =
        new("VCR106", Error, "One call has more arguments than any primitive. The rest is left out.");
    public static readonly DiagnosticRule ProseInBlock =
        new("VCR120", Warning, "Text stands where an action or edge is expected. It is ignored.");
    public static readonly DiagnosticRule UnclosedTag = new("VCR121", Warning, "A block is opened before the last one is closed.");
    public static readonly DiagnosticRule UnescapedQuote = new("VCR122", Warning, "A quote inside a text is not written with a backslash.");
    public static readonly DiagnosticRule RepeatedArgument = new("VCR123", Warning, "An argument is given twice. The first one counts.");
    public static readonly DiagnosticRule ValueWithoutName = new("VCR124", Warning, "A value has no argument to belong to. It is ignored.");
    public static readonly DiagnosticRule UnknownRelation =
        new("VCR125", Warning, "The relation of an edge is neither causal nor correlative. It is read as causal.");
    public static readonly DiagnosticRule ContextNotFirst = new("VCR126", Warning, "The context does not come first.");
    public static readonly DiagnosticRule SecondContext = new("VCR127", Warning, "There is more than one context. The first one counts.");
    public static readonly DiagnosticRule UnbalancedBracket = new("VCR128", Warning, "A bracket has no partner.");
    public static readonly DiagnosticRule TextOutsideBlocks = new("VCR140", Note, "Text stands outside the tagged blocks. It is ignored.");
    public static readonly DiagnosticRule RepeatedTag = new("VCR141", Note, "A block is opened twice.");
    public static readonly DiagnosticRule StrayTag = new("VCR142", Note, "A closing tag has no opening one.");
    public static readonly DiagnosticRule NameAlias = new("VCR143", Note, "Another name of a primitive is read as its own.");
    public static readonly DiagnosticRule ArgumentAlias = new("VCR144", Note, "Another name of an argument is read as its own.");
    public static readonly DiagnosticRule DirectionAlias = new("VCR145", Note, "Another word for up or down is read as such.");
    public static readonly DiagnosticRule ContextWithId = new("VCR146", Note, "The context has an id. It is kept.");
    public static readonly DiagnosticRule TextForList =
        new("VCR147", Note, "One text stands where a list is expected. It is split at commas and semicolons.");
    public static readonly DiagnosticRule ArgumentByPosition = new("VCR148", Note, "A value without a name is read by its position.");
    public static readonly DiagnosticRule ArrowEdge = new("VCR149", Note, "An edge is written with an arrow.");
    public static readonly DiagnosticRule RelationAssumed =
        new("VCR150", Note, "An edge does not say its relation, or says it in another word.");
    public static readonly DiagnosticRule EdgeArgumentIgnored = new("VCR151", Note, "An edge carries an argument that edges do not have.");
    public static readonly DiagnosticRule MissingQuotes = new("VCR152", Note, "A text is written without quotes.");
    public static readonly DiagnosticRule ListForText = new("VCR153", Note, "A list stands where one text is expected. It is kept.");

    public static readonly DiagnosticRule UnknownPrimitive = new("VCR201", Error, "The primitive is not in the vocabulary.");
    public static readonly DiagnosticRule MissingArgument = new("VCR202", Error, "A required argument is missing.");
    public static readonly DiagnosticRule EmptyArgument = new("VCR203", Error, "A required argument is empty.");
    public static readonly DiagnosticRule BadDirection = new("VCR204", Error, "The direction is neither up nor down.");
    public static readonly DiagnosticRule DuplicateId = new("VCR205", Error, "Two actions have the same id.");
    public static readonly DiagnosticRule AffinityInWords = new("VCR220", Warning, "The affinity is words, or not one number.");
    public static readonly DiagnosticRule PolarityInWords =
        new("VCR221", Warning, "The words say that a movement is held back; the action says that it happens.");
    public static readonly DiagnosticRule GroupAsOneEntity = new("VCR222", Warning, "One argument names several molecules.");
    public static readonly DiagnosticRule UnknownArgument = new("VCR240", Note, "The primitive has no such argument. It is kept.");
    public static readonly DiagnosticRule UnitConverted =
        new("VCR241", Note, "An affinity in another unit is compared in nmol/L. The text is kept.");
    public static readonly DiagnosticRule UngroundedEntity =
        new("VCR242", Note, "The document grounds entities, and this one has no ontology id.");

    public static readonly DiagnosticRule NoActions = new("VCR301", Error, "The explanation has no actions.");
    public static readonly DiagnosticRule UndeclaredEnd = new("VCR302", Error, "An edge names an id that no action has.");
    public static readonly DiagnosticRule SelfEdge = new("VCR303", Error, "An edge leads from an action to itself.");
    public static readonly DiagnosticRule Cycle = new("VCR304", Error, "Edges lead back to where they started.");
    public static readonly DiagnosticRule NoTerminal = new("VCR305", Error, "No action is a measurable output.");
    public static readonly DiagnosticRule NoEdges = new("VCR306", Error, "There are two actions or more and nothing connects them.");
    public static readonly DiagnosticRule NoContext = new("VCR320", Warning, "The explanation does not say which cell it is about.");
    public static readonly DiagnosticRule TerminalWithEffects = new("VCR321", Warning, "A measurable output leads on to another action.");
    public static readonly DiagnosticRule IsolatedAction = new("VCR322", Warning, "An action has no edges.");
    public static readonly DiagnosticRule DisconnectedPart = new("VCR323", Warning, "A part never meets the rest.");
    public static readonly DiagnosticRule DuplicateEdge = new("VCR324", Warning, "The same edge is written twice.");
    public static readonly DiagnosticRule ViaUnknownId = new("VCR325", Warning, "The via argument names an id that no action has.");
    public static readonly DiagnosticRule ViaLaterId =
        new("VCR326", Warning, "The via argument names an action that does not come earlier.");
    public static readonly DiagnosticRule CauseFromAssociation =
        new("VCR327", Warning, "A causal edge leaves an action that claims no cause.");
    public static readonly DiagnosticRule ContradictorySiblings =
        new("VCR328", Warning, "The same parents move the same thing up and down.");

    public static readonly DiagnosticRule NotJson = new("VCR401", Error, "The text is no JSON.");
    public static readonly DiagnosticRule UnknownFormat = new("VCR402", Error, "The document is of another format or version.");
    public static readonly DiagnosticRule UnknownVocabulary = new("VCR403", Error, "The document names another set of primitives.");
    public static readonly DiagnosticRule MissingMember = new("VCR404", Error, "A required member is missing. The part is left out.");
    public static readonly DiagnosticRule WrongKind =
        new("VCR405", Error, "A member is of another kind than the format says. It is left out.");
    public static readonly DiagnosticRule RepeatedMember = new("VCR420", Warning, "A member is given twice. The first one counts.");
    public static readonly DiagnosticRule OddName =
        new("VCR421", Warning, "A name holds characters that names do not have. They are read as underscores.");
    public static readonly DiagnosticRule UnknownMember = new("VCR440", Note, "The format has no such member. It is ignored.");

    /// <summary>All of them, in code order.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
    [
        Truncated, CallTooLong, UnclosedCall, EdgeWithoutEnds, TooManyProblems, TooManyArguments,
        ProseInBlock, UnclosedTag, UnescapedQuote, RepeatedArgument, ValueWithoutName, UnknownRelation, ContextNotFirst, SecondContext,
            UnbalancedBracket,
        TextOutsideBlocks, RepeatedTag, StrayTag, NameAlias, ArgumentAlias, DirectionAlias, ContextWithId, TextForList, ArgumentByPosition,
            ArrowEdge,
        RelationAssumed, EdgeArgumentIgnored, MissingQuotes, ListForText,
        UnknownPrimitive, MissingArgument, EmptyArgument, BadDirection, DuplicateId, AffinityInWords, PolarityInWords, GroupAsOneEntity,
            UnknownArgument, UnitConverted, UngroundedEntity,
        NoActions, UndeclaredEnd, SelfEdge, Cycle, NoTerminal, NoEdges,
        NoContext, TerminalWithEffects, IsolatedAction, DisconnectedPart, DuplicateEdge, ViaUnknownId, ViaLaterId, CauseFromAssociation,
            ContradictorySiblings,
        NotJson, UnknownFormat, UnknownVocabulary, MissingMember, WrongKind, RepeatedMember, OddName, UnknownMember,
    ];
}
