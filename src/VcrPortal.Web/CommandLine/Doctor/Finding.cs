namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>How much a finding matters: <see cref="Bad"/> must be mended before the portal works, <see cref="Warning"/> before it is
/// public or for long.</summary>
internal enum Concern { Good, Warning, Bad }

/// <param name="What">What was looked at: one or two words.</param>
/// <param name="Found">What is so, in one sentence.</param>
/// <param name="ToDo">What to do about it; null where nothing is to be done.</param>
internal sealed record Finding(Concern Concern, string What, string Found, string? ToDo = null)
{
    public static Finding Good(string what, string found) => new(Concern.Good, what, found);
    public static Finding Warning(string what, string found, string toDo) => new(Concern.Warning, what, found, toDo);
    public static Finding Bad(string what, string found, string toDo) => new(Concern.Bad, what, found, toDo);

    public override string ToString()
    {
        var mark = Concern switch { Concern.Good => "ok  ", Concern.Warning => "warn", _ => "BAD " };
        var line = $"{mark}  {What,-14}{Found}".Harmless();
        return ToDo is null ? line : $"{line}{Environment.NewLine}{"",-20}-> {ToDo.Harmless()}";
    }
}
