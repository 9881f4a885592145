using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>FolderAction <c>op="!grant"</c>: revoking nothing is a success (docs/protocol.md §4.7).</summary>
internal static class RevokeAction
{
    public static XElement Run(SoapCall call, Model.Account owner, MailFolder folder, XElement action, string shownId)
    {
        string zid = action.Required("zid");
        call.RequireUnchanged(folder);
        if (!FolderLookup.RightsOn(call, owner, folder).Contains('a', StringComparison.Ordinal))
        {
            throw SoapFault.Denied($"you do not have admin rights to item {folder.Path}");
        }

        if (string.Equals(zid, owner.Id, StringComparison.OrdinalIgnoreCase))
        {
            throw SoapFault.Denied("cannot revoke access from the owner of the item");
        }

        AccessList acl = folder.EffectiveAcl;
        if (acl.Grants.Exists(grant => grant.Matches(zid)))
        {
            folder.SetFlag('i', true);
            folder.Acl!.Grants.RemoveAll(grant => grant.Matches(zid));
            Settle(folder.Acl);
            call.Directory.MailboxOf(owner).Touch(folder);
            call.Server.Published.Changed(owner, folder);
        }

        return new XElement("action", new XAttribute("id", shownId), new XAttribute("op", "!grant"));
    }

    /// <summary>Takes a deleted grantee out of this folder's ACL and those below.</summary>
    public static void RevokeOrphans(SoapCall call, Model.Account owner, MailFolder folder, XElement action)
    {
        string zid = action.Required("zid");
        string type = action.Required("gt").ToLowerInvariant();
        if (type is not ("usr" or "grp" or "cos" or "dom"))
        {
            throw SoapFault.Invalid($"invalid grantee type for revokeOrphanGrants: {type}");
        }

        if (call.Directory.NameOf(type, zid) is not null)
        {
            throw SoapFault.Invalid($"grantee {zid} exists");
        }

        foreach (MailFolder each in folder.SelfAndDescendants())
        {
            if (each.Acl?.Grants.RemoveAll(grant => grant.Type == type && grant.GranteeId == zid) > 0)
            {
                call.Directory.MailboxOf(owner).Touch(each);
                call.Server.Published.Changed(owner, each);
            }
        }
    }

    /// <summary>With the last guest's or user's grant its ceiling goes.</summary>
    public static void Settle(AccessList acl)
    {
        acl.GuestExpiry = acl.Grants.Exists(grant => grant.Type == "guest") ? acl.GuestExpiry : 0;
        acl.InternalExpiry = acl.Grants.Exists(grant => grant.Type == "usr") ? acl.InternalExpiry : 0;
    }
}
