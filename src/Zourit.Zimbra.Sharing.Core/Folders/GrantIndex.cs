using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// The places of an ACL's grants by their keys. It is filled when it is asked, and grows with the ACL: a list of thousands is indexed once,
/// and not after each of its parts. Not for use by two threads at once.
/// </summary>
/// <param name="keys">The keys of a grant; letter case does not matter.</param>
internal sealed class GrantIndex(Func<FolderGrant, IEnumerable<string>> keys)
{
    private const int None = -1;

    // Where a key is first and last; each entry leads to the next one of its key.
    private readonly Dictionary<string, (int First, int Last)> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Place, int Next)> _entries = [];
    private int _count;

    /// <summary>The places of the grants with a key, in order.</summary>
    /// <param name="key">The key.</param>
    /// <param name="grants">The grants, those that were indexed before among them at their places.</param>
    public IEnumerable<int> At(string key, IReadOnlyList<FolderGrant> grants)
    {
        Read(grants);
        for (int entry = _keys.TryGetValue(key, out var known) ? known.First : None; entry != None; entry = _entries[entry].Next)
        {
            // Those behind belong to a later state of the ACL.
            if (_entries[entry].Place < grants.Count)
            {
                yield return _entries[entry].Place;
            }
        }
    }

    /// <summary>The index of some grants to which others were added; a new one where others were already.</summary>
    /// <param name="count">How many there were.</param>
    /// <param name="grants">All of them.</param>
    public GrantIndex Plus(int count, IReadOnlyList<FolderGrant> grants)
    {
        GrantIndex index = _count <= count ? this : new GrantIndex(keys);
        index.Read(grants);
        return index;
    }

    private void Read(IReadOnlyList<FolderGrant> grants)
    {
        if (_count == 0)
        {
            // Most grants have one key.
            _keys.EnsureCapacity(grants.Count);
            _entries.EnsureCapacity(grants.Count);
        }

        for (; _count < grants.Count; _count++)
        {
            foreach (string key in keys(grants[_count]))
            {
                Add(key, _count);
            }
        }
    }

    private void Add(string key, int place)
    {
        bool isNew = !_keys.TryGetValue(key, out (int First, int Last) known);
        if (!isNew && _entries[known.Last].Place == place)
        {
            return;
        }

        int entry = _entries.Count;
        _entries.Add((place, None));
        _keys[key] = (isNew ? entry : known.First, entry);
        if (!isNew)
        {
            _entries[known.Last] = _entries[known.Last] with { Next = entry };
        }
    }
}
