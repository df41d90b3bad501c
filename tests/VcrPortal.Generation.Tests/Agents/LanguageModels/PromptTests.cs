using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>Prompts are files of the program, with a version; a changed text has another hash.</summary>
public class PromptTests
{
    [Fact]
    public void Prompts_HaveNameVersionAndHash() => Assert.All(Prompt.All, p =>
    {
        Assert.True(p.Version >= 1);
        Assert.Matches("^[0-9a-f]{12}$", p.Hash);
        Assert.DoesNotContain("---", p.Template, StringComparison.Ordinal);
    });

    [Fact]
    public async Task Explanation_ReadsTheVocabularyAsData()
    {
        ArgumentDefinition[] arguments =
        [
            new("id", true, ArgumentKind.ActionId, ""), new("direction", true, ArgumentKind.Direction, ""),
            new("via", false, ArgumentKind.Text, ""),
        ];
        var vocabulary = new PrimitiveVocabulary("made-up", 1,
            [new("sings_to", PrimitiveCategory.Interaction, "One sings to another.", true, true, [.. arguments])]);
        var text = await Prompt.Explanation.RenderAsync(new(), default,
            ("vocabulary", VocabularyText.Signatures(vocabulary)), ("terminals", VocabularyText.Terminals(vocabulary)));
        Assert.Contains("- sings_to(id, direction=\"up\" or \"down\", {via}): One sings to another.", text, StringComparison.Ordinal);
        Assert.Contains("measurable end: `sings_to`.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("binds_to", text, StringComparison.Ordinal);
    }
}
