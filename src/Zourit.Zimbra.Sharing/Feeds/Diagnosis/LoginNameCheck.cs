using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>Whether what the guest typed is the name to sign in with.</summary>
/// <param name="guest">What was typed.</param>
/// <param name="ownerDomain">The owner's primary domain.</param>
/// <param name="accounts">What the directory shows; null where no administrator asks.</param>
/// <param name="isOnlyGuest">Whether nobody but those whom the grants name can get in, so that another account's name is wrong.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class LoginNameCheck(
    GuestLoginInput guest,
    string ownerDomain,
    AccountEvidence? accounts,
    bool isOnlyGuest,
    Findings findings
)
{
    public void Run(FolderGrant? grant, string? userName)
    {
        if (string.Equals(userName, guest.Text, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        switch (guest.Form)
        {
            case TypedForm.Unqualified when userName is not null:
                CheckUnqualified(userName);
                break;
            case TypedForm.Malformed:
                CheckMalformed(userName ?? "adresse.orange.fr@" + ownerDomain);
                break;
            case TypedForm.OtherDomain when userName is not null:
                CheckDomain(userName);
                break;
            case TypedForm.Mail when userName is not null && grant is null or { Type: GranteeType.Guest } && accounts?.Mail is null:
                findings.Possible(BareAddress, guest.Text, userName);
                break;
        }
    }

    private void CheckUnqualified(string userName)
    {
        if (accounts is not { IsComplete: true })
        {
            findings.Possible(NameWithoutDomain, guest.Text, userName);
        }
        else if (!string.Equals($"{guest.Text}@{accounts.HostDomain?.Name}", userName, StringComparison.OrdinalIgnoreCase))
        {
            findings.Certain(NameWithoutDomain, guest.Text, userName);
        }
    }

    private void CheckMalformed(string userName)
    {
        bool isNobodys = !guest.MayBeAnAccount(ownerDomain) || isOnlyGuest || accounts is { IsComplete: true, Typed: null };
        if (isNobodys)
        {
            findings.Certain(WrongIdentifierForm, guest.Text, userName);
        }
        else
        {
            findings.Possible(WrongIdentifierForm, guest.Text, userName);
        }
    }

    // The server resolves an alias of a domain for some logins; it is not an identifier all the same (docs/protocol.md §6.1).
    private void CheckDomain(string userName)
    {
        string typed = guest.Text[(guest.Text.LastIndexOf('@') + 1)..];
        bool isAlias =
            accounts?.TypedDomain is { } known
            && (known.Attributes["zimbraDomainType"] == "alias" || !string.Equals(typed, known.Name, StringComparison.OrdinalIgnoreCase));
        findings.Possible(
            OtherDomain,
            guest.Text,
            ownerDomain,
            typed,
            isAlias ? FindingTexts.IsDomainAlias : FindingTexts.IsOtherDomain,
            userName
        );
    }
}
