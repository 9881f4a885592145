using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Zourit.Zimbra.Sharing.Guides.Documents;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guides;

/// <summary>
/// A configuration profile (<c>.mobileconfig</c>) that subscribes an iPhone or iPad to the calendar (payload
/// <c>com.apple.subscribedcalendar.account</c>), or, where the subscriber writes, sets up the CalDAV account on iPhone, iPad and Mac
/// (<c>com.apple.caldav.account</c>). It names the user but holds no password: the device asks for it.
/// Apple lets people install the first kind by hand on
/// iOS, iPadOS and visionOS, not on macOS. The profile is not signed; the device says so before it installs it.
/// </summary>
public sealed class AppleProfile
{
    /// <summary>The content type under which Safari offers to install the profile.</summary>
    public const string MediaType = "application/x-apple-aspen-config";

    private readonly Subscription _subscription;

    /// <summary>Takes the share whose address the profile subscribes to.</summary>
    /// <param name="subscription">The share, seen by its subscriber.</param>
    public AppleProfile(Subscription subscription)
    {
        Argument.NotNull(subscription);
        _subscription = subscription;
    }

    /// <summary>A name for the file: the folder's name in ASCII letters, digits and hyphens, and <c>.mobileconfig</c>.</summary>
    public string FileName
    {
        get
        {
            string name = new([.. _subscription.BestAddress.Path.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
            name = name.Trim('-');
            return (name.Length == 0 ? "calendar" : name) + ".mobileconfig";
        }
    }

    /// <summary>
    /// The profile: a property list in XML. Its UUIDs are made from address and user name, so that a profile installed again replaces the
    /// first.
    /// </summary>
    /// <param name="language">The language of its description.</param>
    /// <exception cref="ArgumentOutOfRangeException">The language is not one of the enumeration.</exception>
    public string ToMobileConfig(GuideLanguage language)
    {
        Leaflet leaflet = Leaflet.Of(_subscription, language);
        string address = _subscription.IsForWriting ? _subscription.CalDavAddress!.ToString() : _subscription.BestAddress.ToString();
        Guid profile = StableGuid("profile", address),
            account = StableGuid("account", address);

        using var stream = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                stream,
                new XmlWriterSettings
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    NewLineChars = "\n",
                }
            )
        )
        {
            xml.WriteDocType("plist", "-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd", null);
            xml.WriteStartElement("plist");
            xml.WriteAttributeString("version", "1.0");
            xml.WriteStartElement("dict");

            xml.WriteElementString("key", "PayloadContent");
            xml.WriteStartElement("array");
            xml.WriteStartElement("dict");
            if (_subscription.IsForWriting)
            {
                Account(xml, account, leaflet.CalendarName);
            }
            else
            {
                SubscribedCalendar(xml, account, leaflet.CalendarName);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();

            Payload(xml, "Configuration", profile, leaflet.CalendarName);
            Pair(xml, "PayloadDescription", leaflet.ProfileDescription);
            Pair(xml, "PayloadOrganization", leaflet.OwnerName);
            xml.WriteEndDocument();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void SubscribedCalendar(XmlWriter xml, Guid id, string name)
    {
        Payload(xml, "com.apple.subscribedcalendar.account", id, name);
        Pair(xml, "SubCalAccountDescription", name);
        Pair(xml, "SubCalAccountHostName", _subscription.BestAddress.ToString());
        UserName(xml, "SubCalAccountUsername");
        Flag(xml, "SubCalAccountUseSSL", _subscription.BestAddress.IsEncrypted);
    }

    private void Account(XmlWriter xml, Guid id, string name)
    {
        Uri server = _subscription.CalDavAddress!.ServerRoot;
        Payload(xml, "com.apple.caldav.account", id, name);
        Pair(xml, "CalDAVAccountDescription", name);
        Pair(xml, "CalDAVHostName", server.IdnHost);
        xml.WriteElementString("key", "CalDAVPort");
        xml.WriteElementString("integer", server.Port.ToString(CultureInfo.InvariantCulture));
        UserName(xml, "CalDAVUsername");
        Flag(xml, "CalDAVUseSSL", _subscription.BestAddress.IsEncrypted);
    }

    private void UserName(XmlWriter xml, string key)
    {
        if (_subscription.Subscriber.UserName is { } userName)
        {
            Pair(xml, key, userName);
        }
    }

    private static void Flag(XmlWriter xml, string key, bool value)
    {
        xml.WriteElementString("key", key);
        xml.WriteStartElement(value ? "true" : "false");
        xml.WriteEndElement();
    }

    private static void Payload(XmlWriter xml, string type, Guid id, string name)
    {
        Pair(xml, "PayloadType", type);
        xml.WriteElementString("key", "PayloadVersion");
        xml.WriteElementString("integer", "1");
        Pair(xml, "PayloadIdentifier", $"zourit.zimbra.sharing.{id:D}");
        Pair(xml, "PayloadUUID", id.ToString("D").ToUpperInvariant());
        Pair(xml, "PayloadDisplayName", name);
    }

    private static void Pair(XmlWriter xml, string key, string value)
    {
        xml.WriteElementString("key", key);
        xml.WriteElementString("string", value);
    }

    // RFC 9562, version 8: what is hashed is the maker's own matter.
    private Guid StableGuid(string purpose, string address)
    {
        Span<byte> bytes = SHA256
            .HashData(Encoding.UTF8.GetBytes($"{purpose}\n{address}\n{_subscription.Subscriber.UserName}"))
            .AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
