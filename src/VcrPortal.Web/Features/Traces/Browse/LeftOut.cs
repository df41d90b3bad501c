namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>What a search leaves out, so that a number beside it is never taken for all there is.</summary>
/// <param name="TooLittle">They reach no measurable end, or nothing of them was checked.</param>
/// <param name="Withheld">Traces that the publication rule withheld.</param>
public sealed record LeftOut(int TooLittle, int Withheld)
{
    public static LeftOut Nothing { get; } = new(0, 0);
}
