using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// The places of an ACL's grants by their keys. It is filled when it is asked, and grows with the ACL: a list of thousands is indexed once,
/// and not after each of its parts. Not for use by two threads at once.
/// </summary>
/// <param name="keys">The keys of a grant; letter case does not matter.</param>
internal sealed class GrantIndex(Func<FolderGrant, IEnumerable<string>> keys)
{
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>The places of the grants with a key, in order.</summary>
    /// <param name="key">The key.</param>
    /// <param name="grants">The grants, those that were indexed before among them at their places.</param>
    public IEnumerable<int> At(string key, IReadOnlyList<FolderGrant> grants)
    {
        Read(grants);

        // Those behind belong to a later state of the ACL.
        return _places.TryGetValue(key, out List<int>? places) ? places.Where(place => place < grants.Count) : [];
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
        if (!_places.TryGetValue(key, out List<int>? places))
        {
            _places[key] = places = new List<int>(1);
        }

        if (places.Count == 0 || places[^1] != place)
        {
            places.Add(place);
        }
    }
}
