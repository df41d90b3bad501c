using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace VcrPortal.Web.Ui;

/// <param name="Address">Absolute; also its id.</param>
/// <param name="Html">What it says, as markup that may stand in a page.</param>
internal sealed record AtomEntry(string Address, string Title, string Author, DateTime Published, DateTime Updated, string Html);

/// <summary>News for feed readers (RFC 4287).</summary>
/// <param name="Self">Its own absolute address.</param>
/// <param name="Page">The absolute address of the page that it tells about.</param>
internal sealed record AtomFeed(string Self, string Page, string Title, DateTime Updated, ImmutableArray<AtomEntry> Entries)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public string Write()
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("feed", Atom);
            Head(xml, Self, Title, Updated);
            Link(xml, "self", Self);
            Link(xml, "alternate", Page);
            foreach (var entry in Entries) Entry(xml, entry);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Entry(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Head(xml, entry.Address, entry.Title, entry.Updated);
        Link(xml, "alternate", entry.Address);
        xml.WriteElementString("published", Atom, Time(entry.Published));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Valid(entry.Author));
        xml.WriteEndElement();
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Valid(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Head(XmlWriter xml, string id, string title, DateTime updated)
    {
        xml.WriteElementString("id", Atom, id);
        xml.WriteElementString("title", Atom, Valid(title));
        xml.WriteElementString("updated", Atom, Time(updated));
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>XML has no place for control characters and halves of characters, which people's texts may hold.</summary>
    private static string Valid(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var valid = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) valid.Append(text[at]).Append(text[++at]);
            else valid.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
        }
        return valid.ToString();
    }
}
