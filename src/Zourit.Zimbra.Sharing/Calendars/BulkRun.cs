using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>
/// Works through a list: entries of one calendar together and in order, calendars side by side, results in the list's order. Each calendar
/// is read once; what is read back after a part is what the next part starts from. An entry that fails does not stop the others.
/// </summary>
/// <typeparam name="TItem">What is asked for.</typeparam>
/// <typeparam name="TResult">The result of one entry.</typeparam>
/// <param name="dispatcher">The client's own.</param>
/// <param name="options">How much at once.</param>
/// <param name="granteeOf">The item's grantee, spelled in one way; null for the public. Throws where the text is no address.</param>
/// <param name="work">Does a part.</param>
internal sealed class BulkRun<TItem, TResult>(
    RequestDispatcher dispatcher,
    BulkOptions options,
    Func<TItem, string?> granteeOf,
    BulkWork<TItem, TResult> work
)
    where TItem : BulkItem
    where TResult : class
{
    private readonly Dictionary<string, RequestDispatcher> _owners = new(StringComparer.OrdinalIgnoreCase);

    private bool _hasBareNames;

    /// <summary>Folders of the client's own mailbox that were read already, by <see cref="FolderReference.KeyOf"/>.</summary>
    public IReadOnlyDictionary<string, SharedFolder> Known { get; init; } = new Dictionary<string, SharedFolder>();

    private static string Parameter => typeof(TItem) == typeof(RenewalItem) ? RenewalItem.Parameter : ShareItem.Parameter;

    public IAsyncEnumerable<BulkOutcome<TItem, TResult>> RunAsync(IReadOnlyList<TItem> items, CancellationToken cancellationToken) =>
        ParallelRun.RunAsync<BulkOutcome<TItem, TResult>>(
            options.MaxConcurrency,
            (places, token) =>
            {
                Entry[] entries = [.. items.Select((item, index) => new Entry(index, item))];
                _hasBareNames = entries.Any(entry =>
                    TryParse(entry, out string? grantee) is null && grantee?.Contains('@', StringComparison.Ordinal) == false
                );
                IEnumerable<Task> workers = entries
                    .GroupBy(entry => entry.Item.Owner?.Trim().ToLowerInvariant())
                    .Select(group => WorkAsync([.. group], ForOwner(group.Key), places, token));
                return ([.. entries.Select(entry => entry.Outcome.Task)], Task.WhenAll(workers));
            },
            cancellationToken
        );

    // One session for each owner: an administrator needs a delegated token for each.
    private RequestDispatcher ForOwner(string? owner)
    {
        if (string.IsNullOrEmpty(owner))
        {
            return dispatcher;
        }

        if (!_owners.TryGetValue(owner, out RequestDispatcher? known))
        {
            _owners[owner] = known = dispatcher.ForAccount(owner);
        }

        return known;
    }

    private async Task WorkAsync(
        IReadOnlyList<Entry> entries,
        RequestDispatcher owner,
        SemaphoreSlim places,
        CancellationToken cancellationToken
    )
    {
        try
        {
            string[] keys = [.. entries.Select(entry => FolderReference.KeyOf(entry.Item.Calendar))];
            if (keys.Any(IsPath) && !keys.All(IsPath))
            {
                keys = await ResolveAsync(entries, keys, owner, places, cancellationToken).ConfigureAwait(false);
            }

            await Task.WhenAll(
                    entries
                        .Zip(keys)
                        .GroupBy(entry => entry.Second, entry => entry.First)
                        .Select(calendar => WorkOnCalendarAsync([.. calendar], owner, places, cancellationToken))
                )
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || options.StopToken.IsCancellationRequested)
        {
            foreach (Entry entry in entries)
            {
                entry.Leave(cancellationToken);
            }
        }
        catch (Exception e)
        {
            // No entry's own failure: what the caller's function for the password threw, or that the client was closed. It ends the list.
            foreach (Entry entry in entries)
            {
                entry.Outcome.TrySetException(e);
            }
        }
    }

    private static bool IsPath(string key) => key.StartsWith('/');

    /// <summary>
    /// Where an owner's calendars are named by path and by id, the same one may be named in both ways: the ids of all tell.
    /// </summary>
    private static async Task<string[]> ResolveAsync(
        IReadOnlyList<Entry> entries,
        string[] keys,
        RequestDispatcher owner,
        SemaphoreSlim places,
        CancellationToken cancellationToken
    )
    {
        var ids = new Dictionary<string, string>();
        foreach ((Entry entry, string key) in entries.Zip(keys).DistinctBy(each => each.Second))
        {
            using IDisposable place = await places.TakeAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var reference = FolderReference.Parse(entry.Item.Calendar, Parameter);
                ids[key] = (await FolderReader.ReadAsync(owner, reference, [], cancellationToken).ConfigureAwait(false)).Id;
            }
            catch (Exception e) when (e is ZimbraException or ArgumentException)
            {
                // Reported where its entries are processed.
                ids[key] = key;
            }
        }

        return [.. keys.Select(key => ids[key])];
    }

    private async Task WorkOnCalendarAsync(
        IReadOnlyList<Entry> entries,
        RequestDispatcher owner,
        SemaphoreSlim places,
        CancellationToken cancellationToken
    )
    {
        FolderReference reference;
        try
        {
            reference = FolderReference.Parse(entries[0].Item.Calendar, Parameter);
        }
        catch (ArgumentException e)
        {
            foreach (Entry entry in entries)
            {
                entry.Set(null, TryParse(entry, out _) ?? e);
            }

            return;
        }

        using var folder = new FolderLock(owner, reference);
        folder.Update(owner == dispatcher ? Known.GetValueOrDefault(FolderReference.KeyOf(entries[0].Item.Calendar)) : null);
        int at = 0;
        while (at < entries.Count)
        {
            List<Entry> part = Part(entries, at);
            at += part.Count;
            using IDisposable place = await places.TakeAsync(cancellationToken).ConfigureAwait(false);
            await DoPartAsync(owner, part, folder, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The next entries that go together: as many as a batch takes, up to one for a grantee who is among them already.</summary>
    private List<Entry> Part(IReadOnlyList<Entry> entries, int from)
    {
        var grantees = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. entries.Skip(from).Take(options.BatchSize).TakeWhile(entry => grantees.Add(KeyOf(entry)))];
    }

    // Accented domains and their xn-- forms are one. A bare name is one of the owner's domain, which is not known yet, so that it counts as
    // everybody who is called so. What is no address at all is refused where it is used.
    private string KeyOf(Entry entry)
    {
        string key = TryParse(entry, out string? grantee) is null ? grantee ?? "" : $"{entry.Item}";
        return _hasBareNames ? key.Split('@')[0] : key;
    }

    private ArgumentException? TryParse(Entry entry, out string? grantee)
    {
        grantee = null;
        try
        {
            grantee = granteeOf(entry.Item);
            return null;
        }
        catch (ArgumentException e)
        {
            return e;
        }
    }

    private async Task DoPartAsync(
        RequestDispatcher owner,
        IReadOnlyList<Entry> part,
        FolderLock folder,
        CancellationToken cancellationToken
    )
    {
        var valid = new List<(Entry Entry, string? Grantee)>();
        foreach (Entry entry in part)
        {
            if (TryParse(entry, out string? grantee) is { } problem)
            {
                entry.Set(null, problem);
            }
            else
            {
                valid.Add((entry, grantee));
            }
        }

        if (valid.Count == 0)
        {
            return;
        }

        SharedFolder? after = null;
        try
        {
            // What was started is finished: only until then the list can be stopped.
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, options.StopToken);
            using IDisposable taken = await folder
                .TakeAsync([.. valid.Select(each => each.Grantee)], isForOne: false, stop.Token)
                .ConfigureAwait(false);
            options.StopToken.ThrowIfCancellationRequested();
            (after, IReadOnlyList<(TResult? Result, Exception? Error)> done) = await work(
                    owner,
                    folder.Folder,
                    [.. valid.Select(each => each.Entry.Item)],
                    cancellationToken
                )
                .ConfigureAwait(false);
            for (int i = 0; i < valid.Count; i++)
            {
                valid[i].Entry.Set(done[i].Result, done[i].Error);
            }
        }
        catch (Exception e) when (e is ZimbraException or ArgumentException)
        {
            foreach ((Entry entry, _) in valid)
            {
                entry.Set(null, e);
            }
        }
        finally
        {
            // What is not known after a failure is read again.
            folder.Update(after);
        }
    }

    private sealed class Entry(int index, TItem item)
    {
        public TItem Item { get; } = item;

        public TaskCompletionSource<BulkOutcome<TItem, TResult>?> Outcome { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends an item that was not done: with the list where its consumer left or cancelled, else without any outcome.</summary>
        public void Leave(CancellationToken cancellationToken)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                Outcome.TrySetCanceled(cancellationToken);
            }
            else
            {
                Outcome.TrySetResult(null);
            }
        }

        public void Set(TResult? result, Exception? error) =>
            Outcome.TrySetResult(
                new BulkOutcome<TItem, TResult>
                {
                    Index = index,
                    Item = Item,
                    Result = result,
                    Error = error,
                }
            );
    }
}
