using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Reasoning.Text.Calls;

internal enum TokenKind : byte { Quoted, Word, Equals, Colon, Comma, Semicolon, Open, Close }

/// <summary>A piece of a call. <paramref name="Start"/> and <paramref name="Length"/> are within the call's raw text; a quoted one leaves
/// its quotes out.</summary>
internal readonly record struct CallToken(TokenKind Kind, int Start, int Length, TextSpan Place)
{
    public int End => Start + Length;
}
