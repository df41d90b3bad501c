using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>Events as rows and back. A kind that this version does not know stays in its place as <see
/// cref="JobEventBody.Unknown"/>.</summary>
internal static class JobEventText
{
    private static readonly FrozenDictionary<Type,
        string> Kinds = KindsOf(typeof(GenerationEvent)).Concat(KindsOf(typeof(JobEventBody))).ToFrozenDictionary();
    private static readonly FrozenDictionary<Type, string> News = KindsOf(typeof(AgentNews)).ToFrozenDictionary();
    private static readonly FrozenSet<string> Generated = KindsOf(typeof(GenerationEvent)).Select(k => k.Value).ToFrozenSet();
    private static readonly FrozenSet<string> Job = KindsOf(typeof(JobEventBody)).Select(k => k.Value).ToFrozenSet();

    public static string KindOf(JobEventBody body) => body switch
    {
        JobEventBody.Generated g => Kinds[g.Event.GetType()],
        JobEventBody.Unknown u => u.Kind,
        _ => Kinds[body.GetType()],
    };

    /// <summary>The event as a log shows it: of what an agent told, which news it was.</summary>
    public static string WordOf(JobEventBody body) =>
        body is JobEventBody.Generated { Event: GenerationEvent.AgentTold told } ? News[told.News.GetType()] : KindOf(body);

    public static string PayloadOf(JobEventBody body) => body switch
    {
        JobEventBody.Generated g => PortalJson.Write(g.Event),
        JobEventBody.Unknown => "{}",
        _ => PortalJson.Write(body),
    };

    public static JobEventRow ToRow(int jobNumber, JobEvent e) => new()
    {
        JobNumber = jobNumber,
        Sequence = e.Sequence,
        At = e.At,
        Kind = KindOf(e.Body),
        Payload = PayloadOf(e.Body),
    };

    public static JobEvent FromRow(JobEventRow row) => new(row.Sequence, row.At, ReadBody(row.Kind, row.Payload));

    private static JobEventBody ReadBody(string kind, string payload)
    {
        try
        {
            if (Generated.Contains(kind)) return new JobEventBody.Generated(PortalJson.Read<GenerationEvent>(payload));
            if (Job.Contains(kind)) return PortalJson.Read<JobEventBody>(payload);
        }
        catch (JsonException)
        {
            // The kind is known but its shape is of another version: as good as unknown.
        }
        return new JobEventBody.Unknown(kind);
    }

    private static IEnumerable<KeyValuePair<Type, string>> KindsOf(Type root) =>
        root.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => KeyValuePair.Create(a.DerivedType, (string)a.TypeDiscriminator!));
}
