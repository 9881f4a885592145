using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
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
        bool said = false;
        await foreach (OwnerReview owner in OwnersAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (ReviewFinding finding in owner.Findings)
            {
                yield return finding;
            }

            if (!said && owner.Unknown is { } unknown)
            {
                said = true;
                yield return unknown;
            }
        }
    }

    private async IAsyncEnumerable<OwnerReview> OwnersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.IsOneAccount)
        {
            yield return await ReadAsync(dispatcher, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<OwnerReview>>();
        try
        {
            await foreach (DirectoryEntry owner in SharersAsync(cancellationToken).ConfigureAwait(false))
            {
                if (running.Count == options.MaxConcurrency)
                {
                    yield return await running.Dequeue().ForCallerAsync(cancellationToken).ConfigureAwait(false);
                }

                running.Enqueue(TryReadAsync(owner.Name, stop.Token));
            }

            while (running.TryDequeue(out Task<OwnerReview>? next))
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
    private async IAsyncEnumerable<DirectoryEntry> SharersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new SearchDirectoryRequest
        {
            Domain = options.Domain?.Trim(),
            Types = ["accounts", "resources"],
            Query = LdapFilter.Present("zimbraSharedItem"),
            AttributeNames = ["zimbraId"],
            ApplyCos = false,
        };
        bool isEmpty = true;
        await foreach (DirectoryEntry owner in dispatcher.SearchDirectoryAsync(request, cancellationToken).ConfigureAwait(false))
        {
            isEmpty = false;
            yield return owner;
        }

        if (isEmpty)
        {
            await new SearchSight(dispatcher).RequireAsync(request.Domain, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<OwnerReview> TryReadAsync(string owner, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(dispatcher.ForAccount(owner), cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraException e)
        {
            // Should the whole server be away, the next page of the search fails, and ends the review.
            return new([About(owner, ReviewCode.NotReviewed, ReviewTexts.NotReviewed, e.Explanation)], Unknown: null);
        }
    }

    private async Task<OwnerReview> ReadAsync(RequestDispatcher owner, CancellationToken cancellationToken)
    {
        DateTimeOffset now = dispatcher.Connection.Options.TimeProvider.GetUtcNow();
        IReadOnlyList<SharedFolder> folders = await FolderReader.ReadFoldersAsync(owner, cancellationToken).ConfigureAwait(false);
        ILookup<bool, SharedFolder> byKind = folders.ToLookup(folder => folder.Folder.View == "appointment");
        List<CalendarGrant> grants = Grants(byKind[true], now);

        // Where a mailbox or a folder of mail is shared is said once: of the folder that has the share, not of all that inherit it.
        SharedFolder[] others = [.. byKind[false].Where(folder => folder.InheritedFrom is null)];
        List<CalendarGrant> otherGrants = Grants(others, now);
        await _accounts.LearnAsync([.. grants, .. otherGrants], cancellationToken).ConfigureAwait(false);
        List<ReviewFinding> findings =
        [
            .. grants.SelectMany(grant => GrantReview.Of(grant, _accounts.Of(grant), now, options.EndingWithin)),
            .. otherGrants.SelectMany(grant =>
                GrantReview.OfOtherFolder(grant, others.First(folder => folder.Id == grant.FolderId).Folder.View, _accounts.Of(grant))
            ),
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

        CalendarGrant? unknown = grants.Concat(otherGrants).FirstOrDefault(grant => _accounts.Of(grant)?.Refusal is not null);
        return new(
            findings,
            unknown is null ? null : About(unknown.Owner, ReviewCode.NotKnowable, ReviewTexts.NotKnowable, _accounts.Of(unknown)!.Refusal!)
        );
    }

    private List<CalendarGrant> Grants(IEnumerable<SharedFolder> folders, DateTimeOffset now) =>
        [
            .. folders.SelectMany(
                folder => folder.Acl.Grants,
                (folder, grant) => ShareResults.Listed(folder, grant, dispatcher.Connection.Server, now)
            ),
        ];

    private static ReviewFinding About(string owner, ReviewCode code, ReviewText text, object reason) =>
        new()
        {
            Code = code,
            Sentence = text.Sentence.Fill(owner, reason),
            Remedy = text.Remedy,
            Owner = owner,
        };

    /// <param name="Findings">What was found.</param>
    /// <param name="Unknown">The finding that accounts of its grantees are not known, to be reported once; null when all are.</param>
    private sealed record OwnerReview(IReadOnlyList<ReviewFinding> Findings, ReviewFinding? Unknown);
}
