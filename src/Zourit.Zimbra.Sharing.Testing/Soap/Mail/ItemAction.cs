using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail ItemActionRequest and MsgActionRequest: on appointments, messages and, with the common operations, folders.
/// </summary>
internal static class ItemAction
{
    private const int Trash = 3;
    private const int Junk = 4;
    private const int Inbox = 2;

    private static readonly string[] Known =
    [
        "read",
        "!read",
        "flag",
        "!flag",
        "tag",
        "!tag",
        "color",
        "update",
        "move",
        "trash",
        "spam",
        "!spam",
        "delete",
        "dumpsterdelete",
        "rename",
        "inherit",
    ];

    public static XElement Run(SoapCall call, XElement request)
    {
        XElement action = request.RequiredChild("action");
        string ids = action.Required("id");
        string op = action.Required("op").ToLowerInvariant();
        if (!Known.Contains(op))
        {
            throw SoapFault.Invalid($"unknown operation: {op}");
        }

        foreach (string id in ids.Split(','))
        {
            Apply(call, action, id, op);
        }

        return Xml.Response(request, new XElement("action", new XAttribute("id", ids), new XAttribute("op", op)));
    }

    private static void Apply(SoapCall call, XElement action, string id, string op)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        if (mailbox.FindById(number) is { } folder)
        {
            FolderLookup.RequireRead(call, owner, folder);
            new FolderChange(call, owner, folder).Apply(op, action);
            return;
        }
        else if (mailbox.Folders.FirstOrDefault(home => home.Items.Exists(item => item.Id == number)) is { } calendar)
        {
            Change(call, owner, calendar, op, action, target =>
                mailbox.Move(calendar, calendar.Items.Find(item => item.Id == number)!, target)
            );
        }
        else if (mailbox.Messages.FindIndex(message => message.Id == number) is >= 0 and var at)
        {
            SentMessage message = mailbox.Messages[at];
            mailbox.Messages[at] = op is "read" or "!read" ? message with { IsRead = op == "read" } : message;
            Change(call, owner, mailbox.FindById(message.FolderId)!, op, action, target => MoveMessage(mailbox, at, target));
        }
        else if (op is not ("delete" or "dumpsterdelete"))
        {
            throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, number));
        }

        mailbox.Touch();
    }

    // Tags, flags and colours of items are not part of the model: the requests are taken and show nowhere.
    private static void Change(SoapCall call, Model.Account owner, MailFolder home, string op, XElement action, Action<MailFolder?> move)
    {
        bool leaves =
            op is "delete" or "dumpsterdelete" or "trash" or "move" or "spam" or "!spam"
            || (op == "update" && action.Attr("l") is not null);
        Require(call, owner, home, leaves ? 'd' : 'w');
        if (op is "delete" or "dumpsterdelete")
        {
            move(null);
        }
        else if (leaves)
        {
            int id = op switch
            {
                "trash" => Trash,
                "spam" => Junk,
                "!spam" => Inbox,
                _ => FolderLookup.Parse(call, action.Required("l")).Id,
            };
            MailFolder target = call.Directory.MailboxOf(owner).FindById(id)
                ?? throw SoapFault.NoSuchFolder(id.ToString(CultureInfo.InvariantCulture));
            Require(call, owner, target, 'i');
            move(target);
        }
    }

    private static void MoveMessage(Mailbox mailbox, int at, MailFolder? to)
    {
        if (to is null)
        {
            mailbox.Messages.RemoveAt(at);
        }
        else
        {
            mailbox.Messages[at] = mailbox.Messages[at] with { FolderId = to.Id };
        }
    }

    private static void Require(SoapCall call, Model.Account owner, MailFolder folder, char right)
    {
        if (!FolderLookup.RightsOn(call, owner, folder).Contains(right, StringComparison.Ordinal))
        {
            throw SoapFault.Denied("you do not have sufficient permissions");
        }
    }
}
