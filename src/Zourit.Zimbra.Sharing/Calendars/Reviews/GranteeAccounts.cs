using System.Collections.Concurrent;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>What the directory knows of the accounts of grantees, asked once for each, with an administrator's credentials.</summary>
internal sealed class GranteeAccounts(RequestDispatcher dispatcher)
{
    private const int BatchSize = 50;
    private const string Status = "zimbraAccountStatus";

    private static readonly GranteeAccount NeedsAdministrator = new() { Refusal = ReviewTexts.NeedsAdministrator };
    private static readonly GranteeAccount Missing = new() { IsMissing = true };
    private static readonly GranteeAccount Nothing = new();

    // Accounts are reviewed side by side: two may ask for the same grantee at the same time, which does no harm.
    private readonly ConcurrentDictionary<string, GranteeAccount> _known = new(StringComparer.OrdinalIgnoreCase);

    public async Task LearnAsync(IEnumerable<CalendarGrant> grants, CancellationToken cancellationToken)
    {
        if (dispatcher.Admin is null)
        {
            return;
        }

        List<CalendarGrant> unknown =
        [
            .. grants
                .Where(grant => KeyOf(grant) is { } key && !_known.ContainsKey(key))
                .DistinctBy(KeyOf, StringComparer.OrdinalIgnoreCase),
        ];
        foreach (CalendarGrant[] part in unknown.Chunk(BatchSize))
        {
            await LearnPartAsync(part, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The grantee's account; null where none matters: for the public, for groups, and for a guest with a grant password.
    /// </summary>
    public GranteeAccount? Of(CalendarGrant grant) =>
        KeyOf(grant) is { } key
            ? dispatcher.Admin is null
                ? NeedsAdministrator
                : _known.GetValueOrDefault(key)
            : null;

    private async Task LearnPartAsync(CalendarGrant[] part, CancellationToken cancellationToken)
    {
        GetAccountRequest[] requests =
        [
            .. part.Select(grant => new GetAccountRequest
            {
                Account = grant.GuestIdentifier is { } identifier
                    ? AccountSelector.ByName(identifier.Value)
                    : AccountSelector.ById(grant.Grantee.Id!),
                ApplyCos = false,
                AttributeNames = [Status, GuestAttributes.Mail, GuestAttributes.VirtualFlag],
            }),
        ];
        try
        {
            BatchResponse reply = await dispatcher.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < part.Length; i++)
            {
                _known[KeyOf(part[i])!] = Read(part[i], reply.OutcomeOf(requests[i]));
            }
        }
        catch (ZimbraFaultException e)
        {
            // What the ACLs alone show is worth reporting still.
            foreach (CalendarGrant grant in part)
            {
                _known.TryAdd(KeyOf(grant)!, new GranteeAccount { Refusal = e.Explanation });
            }
        }
    }

    // By identifier and address: what is one guest's account is not that of another with the same identifier.
    private static string? KeyOf(CalendarGrant grant) =>
        grant switch
        {
            { IsExpired: true } => null,
            { Grantee: { Type: GranteeType.User, Id: { } id }, IsOrphan: false } => id,
            { Grantee.Type: GranteeType.Guest, HasGrantPassword: false, GuestIdentifier: { } identifier } =>
                $"{identifier} {grant.Grantee.Id}",
            _ => null,
        };

    private static GranteeAccount Read(CalendarGrant grant, BatchOutcome<AccountResponse> outcome)
    {
        bool isGuest = grant.Grantee.Type == GranteeType.Guest;
        return outcome switch
        {
            { Fault.Code: ZimbraFaultCodes.NoSuchAccount } => isGuest ? Missing : Nothing,
            { Fault: not null } => new GranteeAccount { Refusal = outcome.Refusal!.Explanation },
            { Response: { } found } when isGuest && !IsOf(found.Account, grant) => Missing,
            { Response: { } found } => new GranteeAccount
            {
                Status = found.Account.Attributes[Status],
                IsGuest = isGuest || GuestAttributes.IsGuest(found.Account),
                Refusal = found.Account.Attributes[Status] is null ? ReviewTexts.StatusHidden : null,
            },
            _ => Nothing,
        };
    }

    private static bool IsOf(DirectoryEntry account, CalendarGrant grant) =>
        GuestAddress.TryParse(grant.Grantee.Id, out GuestAddress guest)
        && string.Equals(account.Attributes[GuestAttributes.Mail], guest.Value, StringComparison.OrdinalIgnoreCase);
}
