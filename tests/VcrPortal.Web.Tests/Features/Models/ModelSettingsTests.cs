using Microsoft.Extensions.Configuration;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Tests;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Models;

namespace VcrPortal.Web.Tests.Features.Models;

/// <summary>The setting Models: what is wrong stops the start and is named by its key; a key for the service comes from where nobody
/// copies it.</summary>
public sealed class ModelSettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Models_OfASoundConfiguration_AreRead()
    {
        var models = Read(
            ("Models:0:Name", "Local"), ("Models:0:Endpoint", "http://127.0.0.1:11434/v1/"), ("Models:0:Model", "qwen"),
            ("Models:0:Temperature", "0.3"), ("Models:1:Name", "Claude"), ("Models:1:Kind", "Anthropic"), ("Models:1:Model", "claude-x"),
            ("Models:1:ApiKey", "secret"), ("Models:1:InputPrice", "3"), ("Models:1:OutputPrice", "15"), ("Models:1:Currency", "usd")).All;
        Assert.Equal(["Local", "Claude"], models.Select(m => m.Model.Name));
        Assert.Equal((ModelKind.OpenAi, new Uri("http://127.0.0.1:11434/v1"), 0.3), (models[0].Model.Kind, models[0].Model.Endpoint,
            models[0].Model.Temperature));
        Assert.Equal((ModelKind.Anthropic, new Uri("https://api.anthropic.com")), (models[1].Model.Kind, models[1].Model.Endpoint));
        Assert.Equal((0.018m, "USD"), (models[1].Model.CostOf(1000, 1000), models[1].Model.Currency));
        Assert.Equal((null, null), (models[0].Model.CostOf(1000, 1000), models[0].Model.Currency));
        Assert.All(models, m => Assert.Null(m.Missing));
    }

    [Theory]
    [InlineData("Models:0:Kind", "mistral", "Models:0:Kind is “mistral”; write openai")]
    [InlineData("Models:0:Endpoint", "ftp://host", "Models:0:Endpoint is no http or https address")]
    [InlineData("Models:0:Endpoint", "https://me:pass@host/v1", "Models:0:Endpoint is no http or https address")]
    [InlineData("Models:0:Temperature", "hot", "Models:0:Temperature is “hot”; write a number from 0 to 2")]
    [InlineData("Models:0:TokenBudget", "-5", "Models:0:TokenBudget is “-5”; write a number from 1000 to 100000000")]
    [InlineData("Models:0:Model", "", "Models:0:Model is missing; write one, for example gpt-4.1.")]
    [InlineData("Models:0:Name", "a:b", "Models:0:Name must have at most 30 characters and no colon")]
    [InlineData("Models:1:Name", "Local", "Models:1:Model is missing")]
    public void Setting_ThatWillNotDo_IsNamedByItsKey(string key, string value, string sentence)
    {
        var failure = Assert.Throws<PortalStartException>(
            () => Read([("Models:0:Name", "Local"), ("Models:0:Model", "m"), .. new[] { (key, value) }]));
        Assert.StartsWith(sentence, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.5", "10", "", "Models:0:Currency is missing; write one, for example USD.")]
    [InlineData("2.5", "10", "$", "Models:0:Currency is “$”; write the three letters of the currency of the prices, for example USD.")]
    [InlineData("2.5", "", "USD", "Models:0:OutputPrice is missing; set the prices of both, or of neither.")]
    [InlineData("", "10", "USD", "Models:0:InputPrice is missing; set the prices of both, or of neither.")]
    public void Price_WithoutItsCurrency_OrOneOfTwo_StopsTheStart(string input, string output, string currency, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<PortalStartException>(() => Read(("Models:0:Name", "Local"), ("Models:0:Model", "m"),
            ("Models:0:InputPrice", input), ("Models:0:OutputPrice", output), ("Models:0:Currency", currency))).Message);

    [Fact]
    public void Key_ThatIsMissing_SaysWhereItGoesAndIsNoFailure()
    {
        var model = Assert.Single(Read(("Models:0:Name", "GPT"), ("Models:0:Model", "gpt-4.1")).All);
        Assert.Equal("It has no key. Set Models:0:ApiKey in user secrets, or the environment variable Models__0__ApiKey.", model.Missing);
    }

    [Fact]
    public void Key_InAFileOfSettings_StopsTheStartWithoutRepeatingIt()
    {
        var file = _folder.Write("appsettings.json", """{"Models":[{"Name":"GPT","Model":"m","ApiKey":"sk-4711"}]}""");
        var failure = Assert.Throws<PortalStartException>(
            () => new ModelSettings(new ConfigurationBuilder().AddJsonFile(file).Build()).Read());
        Assert.StartsWith("Models:0:ApiKey stands in a file of settings, where others read it.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-4711", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_OnTheCommandLine_StopsTheStart()
    {
        var configuration = new ConfigurationBuilder()
            .AddCommandLine(["--Models:0:Name=G", "--Models:0:Model=m", "--Models:0:ApiKey=sk-4711"]).Build();
        Assert.StartsWith("Models:0:ApiKey stands on the command line", Assert.Throws<PortalStartException>(
            () => new ModelSettings(configuration).Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_InUserSecrets_IsTaken()
    {
        var file = _folder.Write("secrets.json", """{"Models":[{"Name":"GPT","Model":"m","ApiKey":"sk-4711"}]}""");
        var model = Assert.Single(new ModelSettings(new ConfigurationBuilder().AddJsonFile(file).Build()).Read().All);
        Assert.True(model.Key.IsThere);
        Assert.DoesNotContain("sk-4711", $"{model} {model.Key}", StringComparison.Ordinal);
    }

    private static ConfiguredModels Read(params (string Key, string Value)[] settings)
    {
        var values = settings.GroupBy(s => s.Key).ToDictionary(g => g.Key, g => (string?)g.Last().Value);
        return new ModelSettings(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).Read();
    }
}
