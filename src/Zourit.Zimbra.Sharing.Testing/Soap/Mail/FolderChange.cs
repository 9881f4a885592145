using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>What FolderAction does to one folder besides granting (docs/protocol.md §4.1).</summary>
internal sealed class FolderChange(SoapCall call, Model.Account owner, MailFolder folder)
{
    private readonly Mailbox _mailbox = call.Directory.MailboxOf(owner);

    public void Apply(string op, XElement action)
    {
        switch (op)
        {
            case "update":
                Update(action);
                break;
            case "empty":
                Empty(action.Flag("recursive") ?? true);
                break;
            case "disableactivesync" or "!disableactivesync" or "sync":
                // The server does not ask the change token here.
                Step(() => Change(op, action), asksToken: false);
                break;
            default:
                Step(() => Change(op, action));
                break;
        }
    }

    /// <summary>One change by itself: the token is asked, and the folder counts as changed where it is another afterwards.</summary>
    private void Step(Action change, bool asksToken = true, bool isChange = false)
    {
        if (asksToken)
        {
            call.RequireUnchanged(folder);
        }

        var before = State();
        change();
        if (isChange || State() != before)
        {
            _mailbox.Touch(folder);
        }
        else
        {
            _mailbox.Touch();
        }
    }

    private (string, MailFolder?, string, int, string?, string, int, bool) State() =>
        (folder.Name, folder.Parent, folder.Flags, folder.Color, folder.Rgb, folder.View, folder.OfflineDays, folder.ActiveSyncDisabled);

    private void Change(string op, XElement action)
    {
        switch (op)
        {
            case "check" or "!check":
                Require('w');
                folder.SetFlag('#', op == "check");
                break;
            case "fb":
                Require('w');
                folder.SetFlag('b', action.Flag("excludeFreeBusy") == true);
                break;
            case "color":
                Require('w');
                Colour(action);
                break;
            case "inherit":
                Require('a');
                folder.SetFlag('i', false);
                call.Server.Published.Changed(owner, folder);
                break;
            case "rename":
                Rename(op, action.Required("name"), action.Attr("l"));
                break;
            case "move":
                Place(Target(op, action.Required("l")), folder.Name);
                break;
            case "trash":
                Require('d');
                RequireMutable();
                MoveToTrash();
                break;
            case "delete":
                Require('d');
                RequireMutable();
                Remove(folder);
                break;
            case "disableactivesync" or "!disableactivesync":
                folder.ActiveSyncDisabled = op == "disableactivesync";
                break;
            case "webofflinesyncdays":
                folder.OfflineDays = (int)(action.Number("numDays") ?? throw SoapFault.MissingAttribute("numDays"));
                break;
            case "url":
                throw new SoapFault(
                    "mail.CANNOT_SUBSCRIBE",
                    $"cannot add subscription to existing folder {folder.Id}",
                    ("itemId", "IID", folder.Id.ToString(CultureInfo.InvariantCulture))
                );

            // Feeds, synchronisation, retention and read marks of a folder show nowhere in this model.
            case "read"
            or "!read"
            or "sync"
            or "syncon"
            or "!syncon"
            or "retentionpolicy":
                break;
            default:
                throw SoapFault.Invalid($"unknown operation: {op}");
        }
    }

    /// <summary>
    /// The server makes an update change by change, and asks the token before each: with a token the second conflicts with the first
    /// (as in batches, docs/protocol.md §D). A list that is no list is refused before anything (sequence 318). Flags are absolute:
    /// without the letter i the list just set is gone again (docs/protocol.md §4.1).
    /// </summary>
    private void Update(XElement action)
    {
        if (action.Attr("l") is { } place)
        {
            _ = FolderLookup.Parse(call, place);
        }

        AccessList? acl = action.Child("acl") is { } given && folder.Link is null ? WholeAcl.Read(call, owner, folder.View, given) : null;
        if ((action.Attr("color") ?? action.Attr("rgb")) is not null)
        {
            Step(() => Colour(action));
        }

        if (acl is not null)
        {
            Step(() => SetAcl(acl), isChange: true);
        }

        if (action.Attr("f") is { } flags)
        {
            Step(() => SetFlags(flags));
        }

        if (action.Attr("view") is { } view)
        {
            Step(() => folder.View = FolderNames.View(view));
        }

        if (action.Attr("name") is { } name)
        {
            Step(() => Rename("update", name, action.Attr("l")));
        }
        else if (action.Attr("l") is { } parent)
        {
            Step(() => Place(Target("update", parent), folder.Name));
        }
    }

    private void Rename(string op, string name, string? l)
    {
        string leaf = name.Contains('/', StringComparison.Ordinal) ? name[(name.LastIndexOf('/') + 1)..] : name;
        Place(Target(op, l), FolderNames.Checked(leaf));
    }

    private void Place(MailFolder target, string name)
    {
        if (name == folder.Name && target == folder.Parent)
        {
            return;
        }

        Require('w');
        RequireMutable();
        FolderNames.RequireFree(target, name, folder);
        folder.Name = name;
        Relocate(target);
        call.Server.Published.Changed(owner, folder);
    }

    private void SetAcl(AccessList acl)
    {
        Require('a');
        folder.SetFlag('i', true);
        folder.Acl = acl;
        call.Server.Published.Changed(owner, folder);
    }

    private void SetFlags(string flags)
    {
        Require('w');
        foreach (char flag in "*b#iy~o")
        {
            folder.SetFlag(flag, flags.Contains(flag, StringComparison.Ordinal));
        }

        call.Server.Published.Changed(owner, folder);
    }

    private void Colour(XElement action)
    {
        folder.Color = (int)(action.Number("color") ?? folder.Color);
        folder.Rgb = action.Attr("rgb") ?? folder.Rgb;
    }

    // Moving hands items over to another mailbox, which cannot be done with folders; an update does not look behind mountpoints.
    private MailFolder Target(string op, string? l)
    {
        if (l is null)
        {
            return folder.Parent!;
        }

        (Model.Account home, int id) = FolderLookup.Parse(call, l);
        if (home != owner)
        {
            throw op == "update" ? SoapFault.Invalid("cannot move folder between mailboxes") : Kept();
        }

        MailFolder target = _mailbox.FindById(id) ?? throw SoapFault.NoSuchFolder(id.ToString(CultureInfo.InvariantCulture));
        if (target.Link is not null && op != "update")
        {
            throw Kept();
        }

        return target.Link is not null || folder.SelfAndDescendants().Contains(target)
            ? throw new SoapFault("mail.CANNOT_CONTAIN", "cannot put object in that folder")
            : target;
    }

    private SoapFault Kept()
    {
        Require('d');
        return new SoapFault(
            "mail.CANNOT_COPY",
            $"cannot copy object: {folder.Id}",
            ("itemId", "IID", folder.Id.ToString(CultureInfo.InvariantCulture))
        );
    }

    // What already lies in the trash under that name stays; the newcomer gets a longer name.
    private void MoveToTrash()
    {
        MailFolder trash = _mailbox.FindById(SystemFolder.Trash)!;
        if (trash.Children.Exists(child => child != folder && string.Equals(child.Name, folder.Name, StringComparison.OrdinalIgnoreCase)))
        {
            folder.Name += $"{{{Guid.NewGuid()}}}";
        }

        Relocate(trash);
        call.Server.Published.Changed(owner, folder);
    }

    /// <summary>
    /// Emptying asks no token about the folder itself: what was changed after the token stays, and a folder below that was is a conflict.
    /// </summary>
    private void Empty(bool recursive)
    {
        foreach (MailFolder each in recursive ? folder.SelfAndDescendants() : [folder])
        {
            RequireEmptiable(each);
        }

        int newest = call.KnownChange ?? int.MaxValue;
        foreach (MailFolder each in recursive ? folder.SelfAndDescendants() : [folder])
        {
            each.Items.RemoveAll(item => item.ChangedAt <= newest);
            each.Documents.Clear();
            _mailbox.Messages.RemoveAll(message => message.FolderId == each.Id);
        }

        foreach (MailFolder child in recursive ? folder.Children.ToList() : [])
        {
            call.RequireUnchanged(child);
            Remove(child);
        }

        _mailbox.Touch();
    }

    private void RequireEmptiable(MailFolder each)
    {
        if (!FolderLookup.RightsOn(call, owner, each).Contains('d', StringComparison.Ordinal))
        {
            throw SoapFault.Denied($"not authorized to empty folder {each.Path}");
        }
    }

    private void Remove(MailFolder gone)
    {
        foreach (MailFolder each in gone.SelfAndDescendants())
        {
            _mailbox.Messages.RemoveAll(message => message.FolderId == each.Id);
        }

        gone.Parent!.Children.Remove(gone);
        _mailbox.Forget();
        foreach (MailFolder each in gone.SelfAndDescendants())
        {
            call.Server.Published.Changed(owner, each);
        }
    }

    private void Require(char right)
    {
        if (!FolderLookup.RightsOn(call, owner, folder).Contains(right, StringComparison.Ordinal))
        {
            throw SoapFault.Denied(
                right == 'a' ? $"you do not have admin rights to item {folder.Path}" : "you do not have the required rights on the folder"
            );
        }
    }

    private void RequireMutable()
    {
        if (folder.IsSystem)
        {
            throw new SoapFault(
                "mail.IMMUTABLE_OBJECT",
                $"cannot modify immutable object: {folder.Id}",
                ("itemId", "IID", folder.Id.ToString(CultureInfo.InvariantCulture))
            );
        }
    }

    private void Relocate(MailFolder target)
    {
        folder.Parent!.Children.Remove(folder);
        folder.Parent = target;
        target.Children.Add(folder);
    }
}
