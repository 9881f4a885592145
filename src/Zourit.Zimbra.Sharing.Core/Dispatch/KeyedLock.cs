using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// Lets one caller of a client at a time do what must not be done twice at once, such as mailing the same person about the same folder.
/// Callers with other keys pass by.
/// </summary>
internal sealed class KeyedLock
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Place> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TurnWatch> _watches = [];

    /// <summary>The key of somebody's share of a folder; the same for all ways in which the server names the folder.</summary>
    /// <param name="owner">The owner's primary name.</param>
    /// <param name="folderId">The folder's id, alone or behind the id of its mailbox.</param>
    /// <param name="grantee">Whose share: a guest's address in the one form that grants are made with, anybody else's name or id; empty for
    /// the public.</param>
    public static string KeyOf(string owner, string folderId, string grantee) => $"{owner}\n{FolderId.Of(folderId).Number}\n{grantee}";

    /// <summary>At how many keys somebody has the turn, or waits for it.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _places.Count;
            }
        }
    }

    /// <summary>
    /// Records, until disposed of, whose turns end: what was read before the reader's own turn may be out of date by then.
    /// </summary>
    public TurnWatch Watch()
    {
        var watch = new TurnWatch(EndWatch);
        lock (_lock)
        {
            _watches.Add(watch);
        }

        return watch;
    }

    /// <summary>Waits for the turn at all of the keys; disposing of the result ends it.</summary>
    public async ValueTask<IDisposable> TakeAsync(IEnumerable<string> keys, CancellationToken cancellationToken, TurnWatch? own = null)
    {
        var taken = new Taken(this, own);
        try
        {
            // In one order for everybody, so that no two wait for each other.
            foreach (string key in keys.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
            {
                await EnterAsync(key, cancellationToken).ConfigureAwait(false);
                taken.Keys.Add(key);
            }

            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private async ValueTask EnterAsync(string key, CancellationToken cancellationToken)
    {
        Place place;
        lock (_lock)
        {
            if (!_places.TryGetValue(key, out place!))
            {
                _places[key] = place = new Place();
            }

            place.Callers++;
        }

        try
        {
            await place.Door.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(key, entered: false);
            throw;
        }
    }

    private void Leave(string key, bool entered, TurnWatch? own = null)
    {
        lock (_lock)
        {
            Place place = _places[key];
            if (entered)
            {
                _watches.FindAll(watch => watch != own).ForEach(watch => watch.Notice(key));
                place.Door.Release();
            }

            if (--place.Callers == 0)
            {
                _places.Remove(key);
                place.Door.Dispose();
            }
        }
    }

    private void EndWatch(TurnWatch watch)
    {
        lock (_lock)
        {
            _watches.Remove(watch);
        }
    }

    private sealed class Place
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public int Callers { get; set; }
    }

    private sealed class Taken(KeyedLock turns, TurnWatch? own) : IDisposable
    {
        public List<string> Keys { get; } = [];

        public void Dispose()
        {
            foreach (string key in Keys)
            {
                turns.Leave(key, entered: true, own);
            }

            Keys.Clear();
        }
    }
}
