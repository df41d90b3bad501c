using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>Every group of the pack, against FamPlex.</summary>
public class StarterPackAgainstFamPlexTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    [DataFact]
    public void Groups_HaveAllMembersOfAllLevels()
    {
        foreach (var group in Pack.Groups)
            Assert.Equal(
                FamPlexTables.Members(group.Id["FPLX:".Length..]).Order(StringComparer.Ordinal),
                group.Members.Order(StringComparer.Ordinal));
    }

    [DataFact]
    public void Groups_AreFamiliesByIsaAndComplexesByPartof() =>
        Facts.None(Pack.Groups.Where(g => g.Kind != FamPlexTables.KindOf(g.Id["FPLX:".Length..])).Select(g => g.Id));

    [DataFact]
    public void GroupSynonyms_AreInTheGroundingMap()
    {
        var texts = FamPlexTables.Groundings.ToLookup(g => g.Grounding, g => g.Text);
        Facts.None(Pack.Groups.SelectMany(g => g.Synonyms.Where(s => !texts[g.Id].Contains(s)).Select(s => $"{g.Id}: {s}")));
    }

    [DataFact]
    public void GroupNames_AreTheirIdInWords()
    {
        var texts = FamPlexTables.Groundings.ToLookup(g => g.Grounding, g => NameFolding.Fold(g.Text));
        Facts.None(
            Pack.Groups.Where(g => NameFolding.Fold(g.Name) != Words(g.Id) && !texts[g.Id].Contains(NameFolding.Fold(g.Name)))
            .Select(g => $"{g.Id}: {g.Name}"));

        static string Words(string id) => NameFolding.Fold(id["FPLX:".Length..].Replace("2_3", "2/3", StringComparison.Ordinal));
    }
}
