using System.Globalization;
using VcrPortal.Tests;
using VcrPortal.Web.Live.Cluster;
using YamlDotNet.RepresentationModel;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>What <c>docker/</c> deploys, read as a cluster or Compose would: neither is here to ask.</summary>
public class ManifestTests
{
    private static readonly string Folder = Path.Combine(ReferenceData.Repository(), "docker");

    [Fact]
    public void EveryDocument_IsReadAsYaml()
    {
        var files = Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.NotEmpty(Read(file)));
    }

    [Theory]
    [InlineData("portal")]
    [InlineData("worker")]
    public void EachRole_OnKubernetes_HasItsProbes_ItsRole_AndNoRights(string role)
    {
        var pod = Named("Deployment", role)["spec"]["template"]["spec"];
        var container = pod["containers"][0];
        Assert.Equal("/health/live", Text(container["livenessProbe"]["httpGet"]["path"]));
        Assert.Equal("/health/live", Text(container["startupProbe"]["httpGet"]["path"]));
        Assert.Equal("/health/ready", Text(container["readinessProbe"]["httpGet"]["path"]));
        Assert.Equal(role, Variable(container, "Portal__Role")["value"].ToString());
        Assert.NotNull(Variable(container, "Cluster__Redis"));
        Assert.NotNull(Variable(container, "Cluster__Address"));
        Assert.Equal("true", Text(pod["securityContext"]["runAsNonRoot"]));
        Assert.Equal("true", Text(container["securityContext"]["readOnlyRootFilesystem"]));
        Assert.Equal("false", Text(container["securityContext"]["allowPrivilegeEscalation"]));
    }

    [Fact]
    public void TheMembersPort_OnKubernetes_IsOpenToMembersOnly()
    {
        var port = new ClusterOptions().Port.ToString(CultureInfo.InvariantCulture);
        var rules = (YamlSequenceNode)Named("NetworkPolicy", "vcrportal")["spec"]["ingress"];
        var open = Assert.Single(rules, rule => ((YamlSequenceNode)rule["ports"]).Any(p => Text(p["port"]) == port));
        Assert.Equal("vcrportal", Text(open["from"][0]["podSelector"]["matchLabels"]["app"]));
        Assert.Contains((YamlSequenceNode)Named("Deployment", "worker")["spec"]["template"]["spec"]["containers"][0]["ports"],
            p => Text(p["containerPort"]) == port);
    }

    [Fact]
    public void TheClusterOfCompose_HasTwoOfEachRole_OnOneRedis_WithNoPortOfItOutside()
    {
        var services = (YamlMappingNode)Assert.Single(Read(Path.Combine(Folder, "compose.cluster.yaml")))["services"];
        string[] names = ["portal-1", "portal-2", "worker-1", "worker-2"];
        Assert.All(names, name => Assert.True(services.Children.ContainsKey(name)));
        Assert.All(
            names, name => Assert.StartsWith("redis:", Text(Environment(services[name])["Cluster__Redis"]), StringComparison.Ordinal));
        Assert.Equal("worker", Text(Environment(services["worker-2"])["Portal__Role"]));
        Assert.DoesNotContain(new YamlScalarNode("ports"), ((YamlMappingNode)services["redis"]).Children.Keys);
    }

    [Fact]
    public void WhatIsImported_IsOneVolumeOfAllProcesses()
    {
        var services = (YamlMappingNode)Assert.Single(Read(Path.Combine(Folder, "compose.cluster.yaml")))["services"];
        foreach (var name in (string[])["portal-1", "portal-2", "worker-1", "worker-2"])
            Assert.Equal("knowledge:/portal/App_Data",
                Text(Assert.Single((YamlSequenceNode)Flat((YamlMappingNode)services[name])["volumes"])));
        foreach (var role in (string[])["portal", "worker"])
            Assert.Contains((YamlSequenceNode)Named("Deployment", role)["spec"]["template"]["spec"]["volumes"],
                v => v is YamlMappingNode volume && volume.Children.TryGetValue("persistentVolumeClaim", out var claim)
                    && Text(claim["claimName"]) == "knowledge");
        var modes = (YamlSequenceNode)Named("PersistentVolumeClaim", "knowledge")["spec"]["accessModes"];
        Assert.Equal("ReadWriteMany", Text(Assert.Single(modes)));
    }

    [Fact]
    public void TheRedis_KeepsWhoIsAMember_OverItsRestart()
    {
        var compose = ((YamlMappingNode)Assert.Single(Read(Path.Combine(Folder, "compose.cluster.yaml")))["services"])["redis"];
        var pod = Assert.Single(Read(Path.Combine(Folder, "kubernetes", "redis.yaml")), d => Text(d["kind"]) == "Deployment")["spec"]
            ["template"]["spec"]["containers"][0];
        foreach (var command in (YamlNode[])[compose["command"], pod["command"]])
        {
            var words = ((YamlSequenceNode)command).Select(Text).ToList();
            Assert.Equal("yes", words[words.IndexOf("--appendonly") + 1]);
        }
        Assert.Equal("members:/data", Text(Assert.Single((YamlSequenceNode)compose["volumes"])));
        Assert.Equal("/data", Text(pod["volumeMounts"][0]["mountPath"]));
    }

    [Fact]
    public void TheDatabase_IsMadeWithoutEndingAnybodysWork_TheSecondTime()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "create-database.sql"));
        var ends = Array.FindIndex(lines, l => l.Contains("ROLLBACK IMMEDIATE", StringComparison.Ordinal));
        Assert.StartsWith("IF EXISTS", lines[ends - 1]);
    }

    [Theory]
    [InlineData("compose.yaml", "portal")]
    [InlineData("compose.cluster.yaml", "portal-1", "portal-2", "worker-1", "worker-2")]
    public void EachContainerOfOurs_InCompose_IsReadOnly_HasNoRights_AndTimeToHandItsJobsBack(string file, params string[] names)
    {
        var services = (YamlMappingNode)Assert.Single(Read(Path.Combine(Folder, file)))["services"];
        foreach (var service in names.Select(name => Flat((YamlMappingNode)services[name])))
        {
            Assert.Equal("true", Text(service["read_only"]));
            Assert.Equal("ALL", Text(Assert.Single((YamlSequenceNode)service["cap_drop"])));
            Assert.Equal("no-new-privileges:true", Text(Assert.Single((YamlSequenceNode)service["security_opt"])));
            Assert.Equal("30s", Text(service["stop_grace_period"]));
        }
    }

    [Fact]
    public void TheImage_RunsAsNobody_SaysWhetherItIsReady_AndIsBuiltByScriptsThatAreHere()
    {
        var steps = File.ReadAllLines(Path.Combine(Folder, "Dockerfile"));
        var last = steps.Skip(Array.FindLastIndex(steps, s => s.StartsWith("FROM ", StringComparison.Ordinal))).ToList();
        Assert.Contains("USER $APP_UID", last);
        Assert.Contains("/health/ready", Assert.Single(last, s => s.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)));
        var ours = steps.Where(s => s.StartsWith("RUN eng/", StringComparison.Ordinal)).Select(s => s.Split(' ')[1]).ToList();
        Assert.Equal(["eng/test", "eng/publish"], ours);
        Assert.All(ours.Append("eng/healthcheck"), script => Assert.True(File.Exists(Path.Combine(ReferenceData.Repository(), script))));
    }

    [Theory]
    [InlineData("server portal-1:8080 resolve max_fails=2 fail_timeout=10s;")] // it gets another address when it is made anew
    [InlineData("ip_hash;")] // a live page stays with its portal
    [InlineData("proxy_set_header Host $http_host;")] // or our own origin is a stranger's
    [InlineData("proxy_set_header X-Forwarded-Proto $scheme;")]
    [InlineData("proxy_set_header Upgrade $http_upgrade;")]
    public void TheProxy_PassesWhatAPortalNeeds(string line) =>
        Assert.Contains(File.ReadLines(Path.Combine(Folder, "proxy.conf")), l => l.Trim() == line);

    /// <summary>Its own lines before those that it takes over (<c>&lt;&lt;</c>).</summary>
    private static Dictionary<string, YamlNode> Environment(YamlNode service) =>
        Flat((YamlMappingNode)Flat((YamlMappingNode)service)["environment"]);

    private static Dictionary<string, YamlNode> Flat(YamlMappingNode node)
    {
        var flat = node.Children.Where(c => Text(c.Key) != "<<").ToDictionary(c => Text(c.Key), c => c.Value, StringComparer.Ordinal);
        if (node.Children.TryGetValue(new YamlScalarNode("<<"), out var merged))
            foreach (var (key, value) in Flat((YamlMappingNode)merged)) flat.TryAdd(key, value);
        return flat;
    }

    private static YamlNode Variable(YamlNode container, string name) =>
        Assert.Single((YamlSequenceNode)container["env"], v => Text(v["name"]) == name);

    private static YamlNode Named(string kind, string name) => Assert.Single(
        Read(Path.Combine(Folder, "kubernetes", "vcrportal.yaml")), d => Text(d["kind"]) == kind && Text(d["metadata"]["name"]) == name);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static List<YamlNode> Read(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(file);
        stream.Load(text);
        return [.. stream.Documents.Select(d => d.RootNode)];
    }
}
