using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>In which status the accounts of grantees are, asked once for each, with an administrator's credentials.</summary>
internal sealed class GranteeAccounts(Exchange exchange)
{
    /// <summary>The status of a guest who has no account.</summary>
    public const string None = "none";

    private const int BatchSize = 50;
    private const string Status = "zimbraAccountStatus";
    private const string Mail = "zimbraExternalUserMailAddress";

    // Null: it cannot be known, e.g. because this administrator may not read the account.
    private readonly Dictionary<string, string?> _known = new(StringComparer.OrdinalIgnoreCase);

    public async Task LearnAsync(IEnumerable<CalendarGrant> grants, CancellationToken cancellationToken)
    {
        List<CalendarGrant> unknown = [.. grants.Where(grant => KeyOf(grant) is { } key && !_known.ContainsKey(key)).DistinctBy(KeyOf)];
        foreach (CalendarGrant[] part in unknown.Chunk(BatchSize))
        {
            GetAccountRequest[] requests = [.. part.Select(grant => new GetAccountRequest(
                grant.Grantee.Type == GranteeType.User ? AccountSelector.ById(KeyOf(grant)!) : AccountSelector.ByName(KeyOf(grant)!)) { ApplyCos = false, AttributeNames = [Status, Mail] })];
            BatchResponse reply = await exchange.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < part.Length; i++)
            {
                _known[KeyOf(part[i])!] = Read(part[i], reply.OutcomeOf(requests[i]));
            }
        }
    }

    /// <summary>The account's status; <see cref="None"/> for a guest without account; null when it is not known or does not matter.</summary>
    public string? StatusOf(CalendarGrant grant) => KeyOf(grant) is { } key ? _known.GetValueOrDefault(key) : null;

    // A guest with a grant password needs no account.
    private static string? KeyOf(CalendarGrant grant) => grant switch
    {
        { Grantee: { Type: GranteeType.User, Id: { } id }, IsOrphan: false } => id,
        { Grantee.Type: GranteeType.Guest, HasGrantPassword: false, GuestIdentifier: { } identifier } => identifier.Value,
        _ => null,
    };

    private static string? Read(CalendarGrant grant, BatchOutcome<AccountResponse> outcome) => outcome switch
    {
        { Fault.Code: ZimbraFaultCodes.NoSuchAccount } => grant.Grantee.Type == GranteeType.Guest ? None : null,
        // Two guests may have the same identifier: the account is the other one's (protocol.md §6.1).
        { Response: { } found } when grant.Grantee.Type == GranteeType.Guest && !IsOf(found.Account, grant) => None,
        { Response: { } found } => found.Account.Attributes[Status],
        _ => null,
    };

    private static bool IsOf(DirectoryEntry account, CalendarGrant grant) =>
        GuestAddress.TryParse(grant.Grantee.Id, out GuestAddress guest) && string.Equals(account.Attributes[Mail], guest.Value, StringComparison.OrdinalIgnoreCase);
}
