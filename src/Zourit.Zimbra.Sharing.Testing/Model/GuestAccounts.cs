namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>The daily task that closes and deletes guests' accounts (docs/protocol.md §6.7).</summary>
internal static class GuestAccounts
{
    public static string IdentifierOf(string mail, string ownerDomain) => $"{mail.Replace('@', '.')}@{ownerDomain}".ToLowerInvariant();

    public static void RunDailyTask(ZimbraDirectory directory)
    {
        foreach (Account guest in directory.Accounts.Where(account => account.IsVirtual).ToList())
        {
            Mailbox mailbox = directory.MailboxOf(guest);
            bool valid = mailbox.Folders.Any(folder => folder.Link is { } link && IsShared(directory, guest, link));
            if (valid && guest.Status == "closed")
            {
                guest.Status = "active";
            }
            else if (!valid && guest.Status == "active")
            {
                guest.Status = "closed";
                guest.Attributes["zimbraExternalAccountDisabledTime"] = directory.Now.UtcDateTime.ToString(
                    "yyyyMMddHHmmss'Z'",
                    System.Globalization.CultureInfo.InvariantCulture
                );
            }
            else if (!valid && guest.Status == "closed" && DisabledSince(guest) is { } since)
            {
                long kept = Duration.Milliseconds(directory.Attribute(guest, "zimbraExternalAccountLifetimeAfterDisabled"));
                if (kept > 0 && since.AddMilliseconds(kept) < directory.Now)
                {
                    directory.Accounts.Remove(guest);
                }
            }
        }
    }

    // The stored mail must be lower case: the published id is, and the comparison is exact.
    private static bool IsShared(ZimbraDirectory directory, Account guest, MountpointLink link) =>
        directory.FindAccountById(link.OwnerId) is { } owner
        && owner.DomainName == guest.DomainName
        && SharedItem
            .Of(owner)
            .Any(item => item.GranteeType == "guest" && item.GranteeId == guest.GuestMail && item.FolderId == link.RemoteId);

    private static DateTimeOffset? DisabledSince(Account guest) =>
        DateTimeOffset.TryParseExact(
            guest.Attributes["zimbraExternalAccountDisabledTime"],
            "yyyyMMddHHmmss'Z'",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;
}
