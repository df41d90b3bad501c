using System.Reflection;
using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.Tests.Architecture;

public sealed class PatternTests
{
    /// <summary>A limit of wall time fails on a busy machine, where the pattern is as cheap as ever.</summary>
    [Fact]
    public void NoPattern_IsLimitedByTheClock()
    {
        var patterns = new[] { typeof(ExplanationReader), typeof(KnowledgeIndex), typeof(PortalHost) }
            .SelectMany(t => t.Assembly.GetTypes())
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttribute<GeneratedRegexAttribute>() is not null && !m.ContainsGenericParameters).ToList();
        Assert.NotEmpty(patterns);
        Assert.All(patterns, m => Assert.Equal(Regex.InfiniteMatchTimeout, ((Regex)m.Invoke(null, null)!).MatchTimeout));
    }
}
