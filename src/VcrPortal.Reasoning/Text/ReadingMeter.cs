using System.Diagnostics.Metrics;

namespace VcrPortal.Reasoning.Text;

/// <summary>How many explanation texts this process has begun to read: what costs time, so a job that reads twice is seen.</summary>
public static class ReadingMeter
{
    public const string Name = "VcrPortal.Reasoning";

    /// <summary>Counts texts; a text that is read as it arrives counts once, at its first part.</summary>
    public const string TextsRead = "vcrportal.explanations.read";

    private static readonly Counter<long> Texts = new Meter(Name).CreateCounter<long>(TextsRead, "{text}");

    internal static void Count() => Texts.Add(1);
}
