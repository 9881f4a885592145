using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail ItemActionRequest and MsgActionRequest: on appointments, messages and, with the common operations, folders.
/// </summary>
internal static class ItemAction
{
    private static readonly string[] Known =
    [
        "read",
        "!read",
        "flag",
        "!flag",
        "tag",
        "!tag",
        "priority",
        "!priority",
        "color",
        "copy",
        "lock",
        "unlock",
        "resetimapuid",
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

        if (op is "tag" or "!tag" && action.Attr("tn") is null)
        {
            _ = action.Required("t");
        }

        bool onlyMessages = request.Name.LocalName == "MsgActionRequest";
        foreach (string id in ids.Split(',', StringSplitOptions.TrimEntries))
        {
            Apply(call, action, id, op, onlyMessages);
        }

        return Xml.Response(request, new XElement("action", new XAttribute("id", ids), new XAttribute("op", op)));
    }

    private static void Apply(SoapCall call, XElement action, string id, string op, bool onlyMessages)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        if (onlyMessages && op is not ("delete" or "dumpsterdelete") && mailbox.Messages.TrueForAll(message => message.Id != number))
        {
            string shown = FolderLookup.Shown(call, owner, number);
            throw new SoapFault("mail.NO_SUCH_MSG", $"no such message: {shown}", ("itemId", "IID", shown));
        }

        if (mailbox.FindById(number) is { } folder)
        {
            FolderLookup.RequireRead(call, owner, folder);
            RequirePossible(op, number);
            new FolderChange(call, owner, folder).Apply(op, action);
            return;
        }
        else if (mailbox.Folders.FirstOrDefault(home => home.Items.Exists(item => item.Id == number)) is { } calendar)
        {
            var found = new AppointmentLookup(owner, calendar, calendar.Items.Find(item => item.Id == number)!);
            RequirePossible(op, number);
            Change(call, (owner, calendar), op, action, to => Move(call, found, to));
        }
        else if (mailbox.Messages.FindIndex(message => message.Id == number) is >= 0 and var at)
        {
            SentMessage message = mailbox.Messages[at];
            mailbox.Messages[at] = op is "read" or "!read" ? message with { IsRead = op == "read" } : message;
            Change(call, (owner, mailbox.FindById(message.FolderId)!), op, action, to => Move(call, owner, at, to));
        }
        else if (op is not ("delete" or "dumpsterdelete"))
        {
            throw SoapFault.NoSuchItem(FolderLookup.Shown(call, owner, number));
        }

        mailbox.Touch();
    }

    // Appointments and folders are not copied, and only documents are locked.
    private static void RequirePossible(string op, int number)
    {
        string id = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (op == "copy")
        {
            throw new SoapFault("mail.CANNOT_COPY", $"cannot copy object: {id}", ("itemId", "IID", id));
        }
        else if (op is "lock" or "unlock")
        {
            throw new SoapFault("mail.CANNOT_LOCK", $"cannot lock object: {id}", ("itemId", "IID", id));
        }
    }

    // Tags, flags and colours of items are not part of the model: the requests are taken and show nowhere.
    private static void Change(
        SoapCall call,
        (Model.Account Owner, MailFolder Folder) home,
        string op,
        XElement action,
        Action<(Model.Account Owner, MailFolder Folder)?> move
    )
    {
        bool leaves =
            op is "delete" or "dumpsterdelete" or "trash" or "move" or "spam" or "!spam"
            || (op == "update" && action.Attr("l") is not null);
        Require(call, home.Owner, home.Folder, leaves ? 'd' : 'w');
        if (op is "delete" or "dumpsterdelete")
        {
            move(null);
        }
        else if (leaves)
        {
            (Model.Account Owner, MailFolder Folder) target = Target(call, home.Owner, op, action);
            Require(call, target.Owner, target.Folder, 'i');
            move(target);
        }
    }

    private static (Model.Account Owner, MailFolder Folder) Target(SoapCall call, Model.Account home, string op, XElement action)
    {
        (Model.Account owner, int id) = op switch
        {
            "trash" => (home, SystemFolder.Trash),
            "spam" => (home, SystemFolder.Junk),
            "!spam" => (home, SystemFolder.Inbox),
            _ => FolderLookup.Parse(call, action.Required("l")),
        };
        return FolderLookup.Behind(
            call,
            owner,
            call.Directory.MailboxOf(owner).FindById(id) ?? throw SoapFault.NoSuchFolder(FolderLookup.Shown(call, owner, id))
        );
    }

    private static void Move(SoapCall call, AppointmentLookup found, (Model.Account Owner, MailFolder Folder)? to)
    {
        if (to is { } target && target.Owner != found.Owner)
        {
            HandOver.Appointment(call, found, target);
            return;
        }

        call.Directory.MailboxOf(found.Owner).Move(found.Folder, found.Item, to?.Folder);
    }

    private static void Move(SoapCall call, Model.Account owner, int at, (Model.Account Owner, MailFolder Folder)? to)
    {
        List<SentMessage> messages = call.Directory.MailboxOf(owner).Messages;
        if (to is not { } target)
        {
            messages.RemoveAt(at);
        }
        else if (target.Owner == owner)
        {
            messages[at] = messages[at] with { FolderId = target.Folder.Id };
        }
        else
        {
            HandOver.Message(call, owner, messages[at], target);
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
