using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>
/// Reads from a server what is shared: each owner's folders and their ACLs (urn:zimbraMail GetFolderRequest), one request an owner. With
/// an administrator's client every owner can be read, with a user's only themselves.
/// </summary>
/// <param name="client">The client; it is not disposed of.</param>
public sealed class ZimbraPlanSource(ZimbraClient client) : IPlanSource
{
    /// <summary>
    /// The address of the account that the client logs in as, so that its own shares are never removed; null where that does not matter.
    /// </summary>
    public string? Account { get; init; }

    // Of one plan, since addresses become accounts.
    private AddressBook? Addresses { get; init; }

    /// <inheritdoc/>
    public Uri? Server => client.Server;

    /// <inheritdoc/>
    /// <remarks>An administrator's client reads <c>zimbraSharedItem</c>; for other clients it refuses.</remarks>
    public IPlanDirectory? Directory => new ZimbraPlanDirectory(client, Account);

    /// <inheritdoc/>
    public async Task<OwnerState> ReadAsync(string owner, CancellationToken cancellationToken = default) =>
        (await ReadAsync(owner, [], cancellationToken).ConfigureAwait(false)).State;

    /// <summary>
    /// The same, and which of some addresses are accounts: all in one request.
    /// </summary>
    internal async Task<(OwnerState State, IReadOnlyDictionary<string, string?> Accounts)> ReadAsync(
        string owner,
        IReadOnlyList<string> addresses,
        CancellationToken cancellationToken
    )
    {
        Argument.NotBlank(owner);
        try
        {
            var self = new GetInfoRequest { Sections = ["mbox"] };
            var tree = new GetFolderRequest();
            GetAccountInfoRequest[] asked = AccountLookup.Requests(addresses);
            BatchResponse reply = await client
                .Mailbox(owner)
                .SendAsync(new BatchRequest([self, tree, .. asked]), cancellationToken)
                .ConfigureAwait(false);
            GetInfoResponse info = reply.OutcomeOf(self).ResponseOrThrow();
            Folder root = reply.OutcomeOf(tree).ResponseOrThrow().Folder;

            // In somebody else's mailbox the server shows neither all folders nor their ACLs: what is not seen there may be there.
            OwnerState state = root.EffectiveRights is null
                ? FolderStates.Of(owner, info, root, Account)
                : Unknown(owner, ReadingTexts.NotTheOwner) with
                {
                    OwnerId = info.Id,
                };
            return (state, AccountLookup.Found(reply, addresses, asked));
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            return (Unknown(owner, e.Explanation) with { IsUnresolved = true }, AccountLookup.None);
        }
        catch (ZimbraException e)
        {
            return (Unknown(owner, e.Explanation) with { IsTransient = e.IsTransient }, AccountLookup.None);
        }
    }

    /// <inheritdoc/>
    /// <remarks>It asks the server who the client is (<see cref="ZimbraClient.PingAsync"/>).</remarks>
    public async Task<TimeSpan?> FindClockDifferenceAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return (await client.PingAsync(cancellationToken).ConfigureAwait(false)).ClockDifference;
        }
        catch (ZimbraException)
        {
            // Each owner says why nothing can be read.
            return null;
        }
    }

    /// <inheritdoc/>
    /// <remarks>It asks which addresses of new shares are accounts or lists of the server.</remarks>
    public async Task<IPlanSource> PrepareAsync(IReadOnlyList<OwnerPlan> plans, CancellationToken cancellationToken = default)
    {
        Argument.NotNull(plans);
        var addresses = new AddressBook(client);
        await addresses.PrepareAsync(plans, cancellationToken).ConfigureAwait(false);
        return new ZimbraPlanSource(client) { Account = Account, Addresses = addresses };
    }

    /// <inheritdoc/>
    /// <remarks>
    /// It asks the library's own plans and policy checks, by which the server's answers are known beforehand; and, of new shares, whether
    /// guests are accounts or distribution lists of the server, and users are neither. Lists are seen by administrators only. Owners
    /// without changes cost nothing.
    /// </remarks>
    public async Task<OwnerPlan> PredictAsync(OwnerPlan plan, CancellationToken cancellationToken = default)
    {
        Argument.NotNull(plan);
        if (plan.Changes.All(change => change.Action == ChangeAction.Remove))
        {
            return plan;
        }

        try
        {
            return await new PlanPrediction(client, Addresses ?? new(client), plan).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            return plan with { Warnings = [.. plan.Warnings, ReadingTexts.NotPredicted(e.Explanation)] };
        }
    }

    /// <inheritdoc/>
    /// <remarks>An administrator's client searches the directory; other clients may not know.</remarks>
    /// <exception cref="ZimbraException">The directory could not be searched.</exception>
    public async Task<IReadOnlySet<string>?> FindGuestsAsync(string domain, CancellationToken cancellationToken = default)
    {
        Argument.NotBlank(domain);
        try
        {
            HashSet<string> guests = [];
            await foreach (
                GuestAccount account in client.Guests.FindAllAsync(new() { OwnerDomain = domain }, cancellationToken).ConfigureAwait(false)
            )
            {
                guests.Add(account.Mail.ToLowerInvariant());
            }

            return guests;
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.AdministratorRequired)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// An administrator's client asks the directory for accounts that share anything (<c>zimbraSharedItem</c>). Other clients find none.
    /// </remarks>
    /// <exception cref="ZimbraException">The directory could not be searched.</exception>
    public async IAsyncEnumerable<string> ListOwnersAsync(
        PruningScope scope,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(scope);
        foreach (string domain in scope.Owners.Select(pattern => pattern.Pattern.Split('@')[^1]).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var search = new SearchDirectoryRequest
            {
                Domain = domain,
                Types = ["accounts", "resources"],
                Query = LdapFilter.Present("zimbraSharedItem"),
                AttributeNames = ["zimbraId"],
                ApplyCos = false,
            };
            await foreach (DirectoryEntry entry in SearchAsync(search, cancellationToken).ConfigureAwait(false))
            {
                if (scope.Owners.Any(pattern => pattern.Matches(entry.Name)))
                {
                    yield return entry.Name;
                }
            }
        }
    }

    // A user's client finds nobody.
    private async IAsyncEnumerable<DirectoryEntry> SearchAsync(
        SearchDirectoryRequest search,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IAsyncEnumerator<DirectoryEntry> found = client
            .SearchDirectoryAsync(search, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using (found.ConfigureAwait(false))
        {
            while (await HasNextAsync(found).ConfigureAwait(false))
            {
                yield return found.Current;
            }
        }
    }

    private static async Task<bool> HasNextAsync(IAsyncEnumerator<DirectoryEntry> found)
    {
        try
        {
            return await found.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.AdministratorRequired)
        {
            return false;
        }
    }

    private static OwnerState Unknown(string owner, Sharing.Values.LocalizedText failure) => new() { Owner = owner, Failure = failure };
}
