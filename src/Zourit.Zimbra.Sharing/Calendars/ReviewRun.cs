using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Grants;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Goes through the calendars of one account, a domain or the server, account by account, and tells what somebody should look at.</summary>
internal sealed class ReviewRun(Exchange exchange, ReviewOptions options)
{
    private readonly GranteeAccounts? _accounts = exchange.Admin is null ? null : new GranteeAccounts(exchange);

    private DateTimeOffset Now => exchange.Connection.Options.TimeProvider.GetUtcNow();

    public async IAsyncEnumerable<ReviewFinding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Domain is null && !options.WholeServer)
        {
            foreach (ReviewFinding finding in await OwnerAsync(exchange, cancellationToken).ConfigureAwait(false))
            {
                yield return finding;
            }

            yield break;
        }

        await foreach (string owner in OwnersAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (ReviewFinding finding in await TryOwnerAsync(owner, cancellationToken).ConfigureAwait(false))
            {
                yield return finding;
            }
        }
    }

    /// <summary>Accounts that the directory says share something (protocol.md §4.9); the others have no mailbox worth opening.</summary>
    private IAsyncEnumerable<string> OwnersAsync(CancellationToken cancellationToken)
    {
        var request = new SearchDirectoryRequest
        {
            Domain = options.Domain?.Trim(),
            Query = LdapFilter.Present("zimbraSharedItem"),
            AttributeNames = ["zimbraId"],
            ApplyCos = false,
        };
        return exchange.SearchDirectoryAsync(request, cancellationToken).Select(entry => entry.Name);
    }

    private async Task<IReadOnlyList<ReviewFinding>> TryOwnerAsync(string owner, CancellationToken cancellationToken)
    {
        try
        {
            return await OwnerAsync(exchange.ForAccount(owner), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ZimbraFaultException or ZimbraAuthenticationException { Failure: not AuthenticationFailure.AdministratorRequired })
        {
            return [new ReviewFinding { Code = ReviewCode.NotReviewed, Owner = owner, Text = $"The calendars of {owner} could not be reviewed: {e.Message}" }];
        }
    }

    private async Task<IReadOnlyList<ReviewFinding>> OwnerAsync(Exchange owner, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Now;
        IReadOnlyList<SharedFolder> folders = await FolderReader.ReadCalendarsAsync(owner, cancellationToken).ConfigureAwait(false);
        List<CalendarGrant> grants = [.. folders.SelectMany(folder => folder.Acl.Grants, (folder, grant) => ShareResults.Listed(folder, grant, exchange.Connection.Server, now))];
        if (_accounts is not null)
        {
            await _accounts.LearnAsync(grants, cancellationToken).ConfigureAwait(false);
        }

        return [.. grants.SelectMany(grant => Findings(grant, now))];
    }

    private IEnumerable<ReviewFinding> Findings(CalendarGrant grant, DateTimeOffset now)
    {
        GranteeType type = grant.Grantee.Type;
        string whom = type switch
        {
            GranteeType.Public => "the public",
            GranteeType.AllAuthenticated => "all who are signed in",
            _ => grant.Grantee.Name ?? grant.Grantee.Id ?? "somebody",
        };
        string what = $"'{grant.Path}' of {grant.Owner}";
        if (grant.IsExpired)
        {
            yield return Finding(ReviewCode.Ended, $"The share of {what} with {whom} ended at {grant.EffectiveExpiry:u}.");
            yield break;
        }

        if (grant.EffectiveExpiry - now <= options.EndingWithin)
        {
            yield return Finding(ReviewCode.EndsSoon, $"The share of {what} with {whom} ends at {grant.EffectiveExpiry:u}.");
        }

        if (type == GranteeType.Public && grant.Permissions.Includes(Permissions.Read))
        {
            yield return Finding(ReviewCode.PublicCalendar, $"{what} is public: whoever finds {grant.IcsAddress} can read it.");
        }

        if (type is GranteeType.Public or GranteeType.Guest or GranteeType.AllAuthenticated or GranteeType.Key && MayChange(grant.Permissions))
        {
            yield return Finding(ReviewCode.OutsiderCanWrite, $"{whom} may change {what} (rights '{grant.Permissions}').");
        }

        if (grant.IsOrphan)
        {
            yield return Finding(ReviewCode.OrphanGrant, $"{what} is shared with an account or group that was deleted ({grant.Grantee.Id}).");
        }

        if (type == GranteeType.Guest && grant.GuestIdentifier is null)
        {
            yield return Finding(ReviewCode.UselessGrant, $"The share of {what} with '{whom}' lets nobody in: the server takes the whole text for the address.");
        }

        if (_accounts?.StatusOf(grant) is { } status && status != "active")
        {
            yield return status == GranteeAccounts.None
                ? Finding(ReviewCode.GuestNeverSignedUp, $"{whom} has never signed up for {what}: there is no account {grant.GuestIdentifier}.")
                : Finding(ReviewCode.GranteeNotActive, $"{what} is shared with {whom}, whose account is {status}.");
        }

        ReviewFinding Finding(ReviewCode code, string text) => new() { Code = code, Owner = grant.Owner, Grant = grant, Text = char.ToUpperInvariant(text[0]) + text[1..] };
    }

    private static bool MayChange(Permissions permissions) =>
        permissions.Includes(Permissions.Write) || permissions.Includes(Permissions.Insert) || permissions.Includes(Permissions.Delete);
}
