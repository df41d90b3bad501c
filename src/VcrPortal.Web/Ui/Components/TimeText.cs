using System.Globalization;

namespace VcrPortal.Web.Ui.Components;

/// <summary>Moments and lengths of time as a reader says them. All moments are UTC.</summary>
public static class TimeText
{
    public static string Ago(DateTime then, DateTime now) => (now - then) switch
    {
        { TotalSeconds: < 45 } => "now",
        { TotalMinutes: < 60 } past => Say($"{Math.Max(1, Math.Round(past.TotalMinutes)):0} min ago"),
        { TotalHours: < 24 } past => Say($"{Math.Round(past.TotalHours):0} h ago"),
        { TotalHours: < 48 } => "yesterday",
        _ when then.Year == now.Year => Say($"{then:d MMM}"),
        _ => Say($"{then:d MMM yyyy}"),
    };

    /// <summary>The day alone, for what began long ago, such as an account.</summary>
    public static string Day(DateTime moment) => Say($"{moment:d MMM yyyy}");

    public static string Length(TimeSpan time) => time switch
    {
        { Ticks: < 0 } => "0 s",
        // Rounded it would say that nothing was done.
        { TotalMilliseconds: < 1 } => "under 1 ms",
        { TotalSeconds: < 1 } => Say($"{time.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 60 } => Say($"{time.TotalSeconds:0.#} s"),
        { TotalMinutes: < 60 } => Say($"{(int)time.TotalMinutes}:{time.Seconds:00}"),
        _ => Say($"{(int)time.TotalHours} h {time.Minutes} min"),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
