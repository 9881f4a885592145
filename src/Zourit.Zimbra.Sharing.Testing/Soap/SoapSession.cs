using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Soap.Mail;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>
/// A notification session (docs/protocol.md §1.4; recordings 02-19, 02-21): starts with the whole tree, then says what changed since the
/// last answer.
/// </summary>
internal sealed class SoapSession
{
    private static readonly XNamespace Zimbra = "urn:zimbra";

    private Dictionary<int, XElement> _known;
    private int _sequence;
    private bool _isNew = true;

    // An administrator's session keeps the results of searches, and says nothing of folders (recording 14-102).
    private readonly bool _isAdmin;

    public SoapSession(string id, SoapCall call)
    {
        Id = id;
        Account = call.Requested;
        _isAdmin = call.Http.IsAdminPort;
        _known = _isAdmin ? [] : Folders(call);
    }

    public string Id { get; }

    public Model.Account Account { get; }

    /// <summary>What goes before the change token in the answer's context.</summary>
    public IEnumerable<XElement> Before(SoapCall call)
    {
        if (_isAdmin)
        {
            yield return new XElement(Zimbra + "session", new XAttribute("id", Id), new XAttribute("type", "admin"), Id);
            yield break;
        }

        Mailbox mailbox = call.Directory.MailboxOf(Account);
        mailbox.LastSession = call.Directory.Now;
        yield return new XElement(Zimbra + "session", new XAttribute("id", Id), Id);
        if (_isNew)
        {
            _isNew = false;
            XElement tree = GetFolder.Whole(call, Account);
            yield return Qualified(
                new XElement(
                    "refresh",
                    new XElement("version", ServerVersion.Text),
                    new XElement("mbx", new XAttribute("s", mailbox.Size)),
                    tree
                )
            );
        }
    }

    /// <summary>What goes after it: folders made, changed and gone, or nothing.</summary>
    public XElement? After(SoapCall call)
    {
        if (_isAdmin)
        {
            return null;
        }

        Dictionary<int, XElement> now = Folders(call);
        List<int> created = [.. now.Keys.Where(id => !_known.ContainsKey(id))];
        List<int> gone = [.. _known.Keys.Where(id => !now.ContainsKey(id))];
        List<XElement> modified =
        [
            .. now.Keys.Except(created).Select(id => Modified(_known[id], now[id], created.Select(child => now[child]))).OfType<XElement>(),
        ];
        _known = now;
        return created.Count + gone.Count + modified.Count == 0
            ? null
            : Qualified(
                new XElement(
                    "notify",
                    new XAttribute("seq", ++_sequence),
                    gone.Count == 0 ? null : new XElement("deleted", new XAttribute("ids", string.Join(',', gone))),
                    created.Count == 0 ? null : new XElement("created", created.Select(id => new XElement(now[id]))),
                    modified.Count == 0 ? null : new XElement("modified", modified)
                )
            );
    }

    // The changed attributes only; a parent that got a child is named without any.
    private static XElement? Modified(XElement before, XElement after, IEnumerable<XElement> created)
    {
        string id = after.Attribute("id")!.Value;
        List<XAttribute> changed =
        [
            .. after
                .Attributes()
                .Where(attribute =>
                    attribute.Name.LocalName is not ("id" or "uuid" or "deletable" or "ms" or "rev" or "i4ms" or "i4next")
                    && before.Attribute(attribute.Name)?.Value != attribute.Value
                ),
        ];
        bool newAcl = !XNode.DeepEquals(before.Element("acl"), after.Element("acl"));
        bool isParent = created.Any(child => child.Attribute("l")?.Value == id);
        return changed.Count == 0 && !newAcl && !isParent
            ? null
            : new XElement(
                after.Name,
                after.Attribute("id"),
                after.Attribute("uuid"),
                after.Attribute("deletable"),
                changed,
                newAcl ? after.Element("acl") : null
            );
    }

    // Notifications give grantees without names and keys.
    private static Dictionary<int, XElement> Folders(SoapCall call)
    {
        bool named = call.NamesGrantees;
        call.NamesGrantees = false;
        var folders = call
            .Directory.MailboxOf(call.Requested)
            .UserRoot.SelfAndDescendants()
            .ToDictionary(folder => folder.Id, folder => FolderElement.Of(call, call.Requested, folder));
        call.NamesGrantees = named;
        return folders;
    }

    private static XElement Qualified(XElement element)
    {
        foreach (XElement each in element.DescendantsAndSelf())
        {
            each.Name = Zimbra + each.Name.LocalName;
        }

        return element;
    }
}
