namespace VcrPortal.Web.Ui;

/// <summary>
/// Said of a work page: its controls place things by <c>style</c> attributes, so its policy allows these and nothing else. A policy
/// belongs to the document, so links into and out of such a page are full loads (<c>data-enhance-nav="false"</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DrawsWithStylesAttribute : Attribute;
