using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;

namespace VcrPortal.Generation.Agents.LanguageModels;

/// <summary>A prompt template of the program: <c>Prompts/*.md</c>, with name and version on its head.</summary>
/// <param name="Hash">The SHA-256 hash of the file's text: its first 12 hexadecimal digits.</param>
internal sealed record Prompt(string Name, int Version, string Template, string Hash)
{
    public static Prompt Report { get; } = Load("report");
    public static Prompt Explanation { get; } = Load("explanation");
    public static Prompt OneStep { get; } = Load("one-step");
    public static Prompt Repair { get; } = Load("repair");
    public static Prompt Critique { get; } = Load("critique");
    public static Prompt Refine { get; } = Load("refine");
    public static Prompt Judge { get; } = Load("judge");

    public static ImmutableArray<Prompt> All => [Report, Explanation, OneStep, Repair, Critique, Refine, Judge];

    public AgentNews.PromptUsed Used => new(Name, Version, Hash);

    /// <summary>What stands in the variables is our own data, never what people or sources wrote, so it is taken as it is.</summary>
    public async Task<string> RenderAsync(Kernel kernel, CancellationToken ct, params (string Name, string Value)[] variables)
    {
        var config = new PromptTemplateConfig(Template)
        {
            InputVariables = [.. variables.Select(v => new InputVariable { Name = v.Name, AllowDangerouslySetContent = true })],
        };
        var arguments = new KernelArguments();
        foreach (var (name, value) in variables) arguments[name] = value;
        return await new KernelPromptTemplateFactory().Create(config).RenderAsync(kernel, arguments, ct);
    }

    private static Prompt Load(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"prompts/{name}.md")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var parts = text.Split("---\n", 3);
        var head = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ", 2))
            .ToDictionary(l => l[0], l => l[1]);
        return new(head["name"], int.Parse(head["version"], CultureInfo.InvariantCulture), parts[2].Trim(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]);
    }
}
