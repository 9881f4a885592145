using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What keeps the guest out on the side of the accounts.</summary>
internal static class AccountFindings
{
    public static void Check(AccountEvidence accounts, string owner, GuestLoginInput guest, FolderGrant? grant, Findings findings)
    {
        if (accounts.Owner is { } account && account.Attributes["zimbraAccountStatus"] is { } status and not "active")
        {
            findings.Certain(OwnerNotActive, owner, status);
        }

        CheckWhiteList(accounts, owner, guest, findings);
        if (accounts.InternalOf(grant) is { } own)
        {
            CheckStatus(own.Attributes, own.Name, findings);

            // The account's own name is right, and so is its bare address.
            bool isOwnName =
                guest.Form == TypedForm.Mail
                || IsName(own, guest.Identifier?.Value)
                || (guest.Form == TypedForm.Unqualified && IsName(own, guest.Mail?.Value));
            if (!isOwnName || grant?.Type == GranteeType.Guest)
            {
                findings.Certain(InternalAccount, guest.Mail?.Value ?? guest.Text, own.Name);
            }
        }
        else if (guest.Identifier is { } identifier && grant?.Password is not { IsEmpty: false })
        {
            CheckGuest(accounts, identifier.Value, guest, findings);
        }
    }

    private static void CheckGuest(AccountEvidence accounts, string identifier, GuestLoginInput guest, Findings findings)
    {
        if (accounts.Guest is not { } account)
        {
            if (accounts.IsComplete)
            {
                findings.Certain(NoGuestAccount, identifier);
            }

            return;
        }

        AttributeList attributes = account.Attributes;
        if (!GuestAttributes.IsGuest(account))
        {
            if (accounts.IsComplete)
            {
                findings.Certain(IdentifierTaken, identifier);
            }

            return;
        }

        if (
            guest.Mail is { } mail
            && attributes[GuestAttributes.Mail] is { } other
            && !string.Equals(other, mail.Value, StringComparison.OrdinalIgnoreCase)
        )
        {
            findings.Certain(IdentifierCollision, identifier);
            return;
        }

        CheckStatus(attributes, identifier, findings);
        if (attributes["userPassword"] is null && !account.HiddenAttributes.Contains("userPassword", StringComparer.OrdinalIgnoreCase))
        {
            findings.Certain(GuestWithoutPassword, identifier);
        }

        if (account.Hides("zimbraPasswordMustChange"))
        {
            findings.NotKnowable(GuestMustChangePassword);
        }
        else if (attributes.Flag("zimbraPasswordMustChange") == true)
        {
            findings.Certain(GuestMustChangePassword, identifier);
        }
    }

    private static bool IsName(DirectoryEntry account, string? name) =>
        string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase)
        || (name is not null && account.Attributes.Values("zimbraMailAlias").Contains(name, StringComparer.OrdinalIgnoreCase));

    private static void CheckStatus(AttributeList attributes, string identifier, Findings findings)
    {
        switch (attributes["zimbraAccountStatus"])
        {
            case null or "active":
                break;
            case "closed":
                findings.Certain(GuestAccountClosed, identifier);
                break;
            case "locked":
                findings.Certain(GuestAccountLocked, identifier);
                break;
            // The word alone, with the policy off, stops no login (docs/protocol.md §2.5).
            case "lockout" when attributes.Flag("zimbraPasswordLockoutEnabled") == true:
                findings.Certain(GuestLockedOut, identifier);
                break;
            case "lockout":
                findings.Possible(GuestLockedOut, identifier);
                break;
            case { } status:
                findings.Certain(GuestAccountNotActive, identifier, status);
                break;
        }
    }

    // What the account does not say, its domain may (docs/protocol.md §7.7).
    private static void CheckWhiteList(AccountEvidence accounts, string owner, GuestLoginInput guest, Findings findings)
    {
        const string Switch = "zimbraExternalShareDomainWhitelistEnabled",
            List = "zimbraExternalShareWhitelistDomain";
        if (accounts.Owner?.Hides(Switch) == true)
        {
            findings.NotKnowable(GuestDomainNotAllowed);
            return;
        }

        bool enabled = (accounts.Owner?.Attributes.Flag(Switch) ?? accounts.OwnerDomain?.Attributes.Flag(Switch)) == true;
        if (enabled && guest.Mail is { } mail && accounts is { Mail: null, IsComplete: true })
        {
            if (accounts.Owner?.Hides(List) == true)
            {
                findings.NotKnowable(GuestDomainNotAllowed);
                return;
            }

            List<string> allowed = [.. accounts.Owner?.Attributes.Values(List) ?? []];
            if (allowed.Count == 0)
            {
                allowed = [.. accounts.OwnerDomain?.Attributes.Values(List) ?? []];
            }

            if (!allowed.Contains(mail.Domain, StringComparer.OrdinalIgnoreCase))
            {
                findings.Certain(GuestDomainNotAllowed, owner, mail.Domain);
            }
        }
    }
}
