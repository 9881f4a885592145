using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>
/// Goes through the calendars of one account, a domain or the server, several accounts side by side, and tells in the accounts' order what
/// somebody should look at.
/// </summary>
internal sealed class ReviewRun(RequestDispatcher dispatcher, ReviewOptions options)
{
    private readonly GranteeAccounts _accounts = new(dispatcher);

    public async IAsyncEnumerable<ReviewFinding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var said = new HashSet<ReviewCode>();
        await foreach (MailboxReview owner in OwnersAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (ReviewFinding finding in owner.Findings)
            {
                yield return finding;
            }

            foreach (ReviewFinding finding in owner.Once.Where(finding => said.Add(finding.Code)))
            {
                yield return finding;
            }
        }
    }

    private async IAsyncEnumerable<MailboxReview> OwnersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.IsOneAccount)
        {
            yield return await ReadAsync(dispatcher, await EntryAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<MailboxReview>>();
        try
        {
            await foreach (DirectoryEntry owner in SharersAsync(cancellationToken).ConfigureAwait(false))
            {
                if (running.Count == options.MaxConcurrency)
                {
                    yield return await running.Dequeue().ForCallerAsync(cancellationToken).ConfigureAwait(false);
                }

                running.Enqueue(TryReadAsync(owner, stop.Token));
            }

            while (running.TryDequeue(out Task<MailboxReview>? next))
            {
                yield return await next.ForCallerAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            // What these would tell is not asked for any more.
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Accounts that the directory says share something (docs/protocol.md §4.9); the others have no mailbox worth opening.
    /// </summary>
    private IAsyncEnumerable<DirectoryEntry> SharersAsync(CancellationToken cancellationToken) =>
        dispatcher.SearchDomainAsync(
            new SearchDirectoryRequest
            {
                Domain = options.Domain?.Trim(),
                Types = ["accounts", "resources"],
                Query = LdapFilter.Present("zimbraSharedItem"),
                AttributeNames = OwnerReview.Attributes,
            },
            cancellationToken
        );

    /// <summary>The directory's word on the one account that is reviewed, for an administrator.</summary>
    private async Task<DirectoryEntry?> EntryAsync(CancellationToken cancellationToken)
    {
        if (dispatcher.Admin is null || dispatcher.ActsFor is not { } owner)
        {
            return null;
        }

        var request = new GetAccountRequest { Account = AccountSelector.ByName(owner), AttributeNames = OwnerReview.Attributes };
        try
        {
            return (await dispatcher.SendAsync(request, cancellationToken).ConfigureAwait(false)).Account;
        }
        catch (ZimbraFaultException e) when (e.Code is ZimbraFaultCodes.PermissionDenied or ZimbraFaultCodes.NoSuchAccount)
        {
            // What the mailbox alone shows is worth reporting still.
            return null;
        }
    }

    private async Task<MailboxReview> TryReadAsync(DirectoryEntry owner, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(dispatcher.ForAccount(owner.Name), owner, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            // Should the whole server be away, the next page of the search fails, and ends the review.
            return new([About(owner.Name, ReviewCode.NotReviewed, ReviewTexts.NotReviewed, e.Explanation)], Once: []);
        }
    }

    private async Task<MailboxReview> ReadAsync(RequestDispatcher owner, DirectoryEntry? entry, CancellationToken cancellationToken)
    {
        DateTimeOffset now = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        IReadOnlyList<SharedFolder> folders = await FolderReader.ReadFoldersAsync(owner, cancellationToken).ConfigureAwait(false);
        ILookup<bool, SharedFolder> byKind = folders.ToLookup(folder => folder.Folder.IsCalendar);
        var results = new ShareResults(dispatcher.Connection);
        List<CalendarGrant> grants = Grants(byKind[true], results);

        // Where a mailbox or a folder of mail is shared is said once: of the folder that has the share, not of all that inherit it.
        SharedFolder[] others = [.. byKind[false].Where(folder => folder.InheritedFrom is null)];
        List<CalendarGrant> otherGrants = Grants(others, results);
        await _accounts.LearnAsync([.. grants, .. otherGrants], cancellationToken).ConfigureAwait(false);
        OwnerReview? of = folders is [var any, ..] ? new(any.Owner, any.Info, entry) : null;
        List<ReviewFinding> findings =
        [
            .. grants.SelectMany(grant => GrantReview.Of(grant, _accounts.Of(grant), now, options.EndingWithin)),
            .. otherGrants.SelectMany(grant =>
                GrantReview.OfOtherFolder(grant, others.First(folder => folder.Id == grant.FolderId).Folder.View, _accounts.Of(grant))
            ),
            .. of?.Of(grants, [.. byKind[true]]) ?? [],
        ];
        List<SharedFolder> hidden = [.. byKind[true].Where(folder => !folder.ShowsAcl)];
        if (hidden.Count > 0)
        {
            findings.Add(
                About(
                    hidden[0].Owner,
                    ReviewCode.NotReviewed,
                    ReviewTexts.NotShown,
                    string.Join(", ", hidden.Select(folder => folder.Path.Value))
                )
            );
        }

        List<ReviewFinding> once = [.. of?.NoTimeZone() ?? []];
        if (grants.Concat(otherGrants).FirstOrDefault(grant => _accounts.Of(grant)?.Refusal is not null) is { } unknown)
        {
            once.Add(About(unknown.Owner, ReviewCode.NotKnowable, ReviewTexts.NotKnowable, _accounts.Of(unknown)!.Refusal!));
        }

        return new(findings, once);
    }

    private static List<CalendarGrant> Grants(IEnumerable<SharedFolder> folders, ShareResults results) =>
        [.. folders.SelectMany(folder => folder.Acl.Grants, results.Listed)];

    private static ReviewFinding About(string owner, ReviewCode code, ReviewText text, object reason) =>
        new()
        {
            Code = code,
            Sentence = text.Sentence.Fill(owner, reason),
            Remedy = text.Remedy,
            Owner = owner,
        };

    /// <param name="Findings">What was found.</param>
    /// <param name="Once">What holds for many accounts at a time and is reported once, at the first.</param>
    private sealed record MailboxReview(IReadOnlyList<ReviewFinding> Findings, IReadOnlyList<ReviewFinding> Once);
}
