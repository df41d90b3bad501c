using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using VcrPortal.Web.Features.Discussion.People;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Live.Cluster;

namespace VcrPortal.Web.Tests.Live;

/// <summary>
/// What members of a cluster say to each other. While one after the other is brought to a new version, two versions talk: names and numbers
/// on the wire are kept, and only added to.
/// </summary>
public class WireTests
{
    private static readonly Serializer Wire =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    private static readonly Type[] Ours = [.. typeof(Rang).Assembly.GetTypes()
        .Where(t => t.Namespace?.StartsWith("VcrPortal.", StringComparison.Ordinal) == true)];

    [Fact]
    public void WhatTheFirstVersionWrote_IsReadByThisOne()
    {
        Assert.Equal(new OpenJob(12563, 2), Wire.Deserialize<OpenJob>(Convert.FromHexString("20E8003411030109E0")));
        Assert.Equal(new Guest("ana", "n1"), Wire.Deserialize<Guest>(Convert.FromHexString("20E84007616E6141056E31E0")));
        Assert.Equal(new Rang("job", 12563), Wire.Deserialize<Rang>(Convert.FromHexString("20E840076A6F6201341103E0")));
    }

    [Fact]
    public void WhatThisVersionWrites_IsWhatTheFirstOneReads()
    {
        Assert.Equal("20E84007616E6141056E31E0", Convert.ToHexString(Wire.SerializeToArray(new Guest("ana", "n1"))));
        Assert.Equal("20E8003411030109E0", Convert.ToHexString(Wire.SerializeToArray(new OpenJob(12563, 2))));
        Assert.Equal("20E840076A6F6201341103E0", Convert.ToHexString(Wire.SerializeToArray(new Rang("job", 12563))));
    }

    [Fact]
    public void EveryCall_HasANameOfItsOwnOnTheWire()
    {
        var calls = Ours.Where(t => t.IsInterface && (t.IsAssignableTo(typeof(IGrain)) || t.IsAssignableTo(typeof(IGrainObserver))))
            .ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, t => Assert.NotNull(t.GetCustomAttribute<AliasAttribute>()));
        Assert.All(calls.SelectMany(t => t.GetMethods()), m => Assert.NotNull(m.GetCustomAttribute<AliasAttribute>()));
    }

    [Fact]
    public void EveryMessage_HasANameAndItsMembersNumbers()
    {
        var messages = Ours.Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null).ToList();
        Assert.Equal(["Guest", "OpenJob", "Rang"], messages.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(messages, t => Assert.NotNull(t.GetCustomAttribute<AliasAttribute>()));
        Assert.All(messages.SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)),
            p => Assert.NotNull(p.GetCustomAttribute<IdAttribute>()));
    }
}
