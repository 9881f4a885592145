using System.Collections.Immutable;
using System.Text;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// Finds the grants of an address in an ACL, which the server spells in several ways. The ACL is read once, so that a list of thousands
/// costs no more for each than a list of one.
/// </summary>
internal sealed class GrantSearch(FolderAcl acl)
{
    /// <summary>What is indexed; some of it is gone since.</summary>
    private readonly IReadOnlyList<FolderGrant> _all = acl.Grants;
    private ImmutableHashSet<FolderGrant> _gone = ImmutableHashSet.Create<FolderGrant>(ReferenceEqualityComparer.Instance);
    private GrantIndex _byKey = new(Keys);
    private GrantIndex _byUserName = new(UserNames);

    private Lazy<FolderGrant?> _toEverybody = new(() =>
        acl.Grants.FirstOrDefault(grant => grant.Type is GranteeType.Public or GranteeType.AllAuthenticated)
    );
    private Lazy<IReadOnlyList<string>> _internalNames = new(() =>
        [.. acl.Grants.Where(IsInternal).Select(grant => grant.GranteeName).OfType<string>().Where(name => name.Length > 0)]
    );

    private Lazy<IReadOnlySet<string>> _internalDomains = new(() =>
        acl
            .Grants.Where(grant => IsInternal(grant) && grant.GranteeName is { Length: > 0 })
            .Select(grant => AccountName.DomainOf(grant.GranteeName!))
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
    );

    private GrantSearch(FolderAcl acl, IReadOnlyList<FolderGrant> all)
        : this(acl) => _all = all;

    public FolderAcl Acl { get; } = acl;

    /// <summary>
    /// The same for the ACL after guests' grants were made: those that were there keep their places. What was indexed is not indexed again.
    /// </summary>
    public GrantSearch Plus(IReadOnlyList<FolderGrant> guests)
    {
        if (!_gone.IsEmpty)
        {
            return new GrantSearch(Acl).Plus(guests);
        }

        FolderGrant[] added = [.. guests.Where(guest => PlaceOf(guest) < 0)];
        ContentList<FolderGrant> grants = ContentList.Of(Acl.Grants);
        if (added.Length < guests.Count)
        {
            FolderGrant[] changed = [.. grants];
            foreach (FolderGrant guest in guests)
            {
                int known = PlaceOf(guest);
                if (known >= 0)
                {
                    changed[known] = guest;
                }
            }

            grants = new ContentList<FolderGrant>(changed);
        }

        grants = grants.Plus(added);
        return new GrantSearch(Acl with { Grants = grants })
        {
            _byKey = _byKey.Plus(Acl.Grants.Count, grants),
            _byUserName = _byUserName.Plus(Acl.Grants.Count, grants),
            _toEverybody = _toEverybody,
            _internalNames = _internalNames,
            _internalDomains = _internalDomains,
        };
    }

    /// <summary>The same for the ACL after some of its guests' grants were revoked. Nothing is indexed again.</summary>
    public GrantSearch Minus(IReadOnlyCollection<FolderGrant> guests)
    {
        ImmutableHashSet<FolderGrant> gone = _gone.Union(guests);
        return new GrantSearch(Acl with { Grants = [.. Acl.Grants.Where(grant => !gone.Contains(grant))] }, _all)
        {
            _gone = gone,
            _byKey = _byKey,
            _byUserName = _byUserName,
            _toEverybody = _toEverybody,
            _internalNames = _internalNames,
            _internalDomains = _internalDomains,
        };
    }

    /// <summary>The grant to the public or to all signed-in users; null without one.</summary>
    public FolderGrant? ToEverybody => _toEverybody.Value;

    /// <summary>The names of the accounts and groups that have grants.</summary>
    public IReadOnlyList<string> InternalNames => _internalNames.Value;

    /// <summary>The domains of those.</summary>
    public IReadOnlySet<string> InternalDomains => _internalDomains.Value;

    /// <summary>The grant to the public.</summary>
    public FolderGrant? Public => Acl.Grants.FirstOrDefault(grant => grant.Type == GranteeType.Public);

    /// <summary>
    /// The grant that lets an address in: a guest's under that very address, letter case ignored as the server does, or an internal
    /// grantee's under that primary name. An alias of an internal grantee cannot be seen in an ACL.
    /// </summary>
    public FolderGrant? Find(string address) => Guest(address) ?? Internal(address);

    /// <summary>A guest's grant, under that very address.</summary>
    public FolderGrant? Guest(string address)
    {
        foreach (FolderGrant grant in GrantsAt(address))
        {
            if (grant.Type == GranteeType.Guest && Same(grant.GranteeId, address))
            {
                return grant;
            }
        }

        return null;
    }

    /// <summary>An internal grantee's grant, under that primary name.</summary>
    public FolderGrant? Internal(string name) => GrantsAt(name).FirstOrDefault(grant => IsInternal(grant) && Same(grant.GranteeName, name));

    /// <summary>The grant of an id as the server gives it after granting.</summary>
    public FolderGrant? ById(string? id) =>
        id switch
        {
            null => null,
            WellKnownGrantee.Public => Public,
            WellKnownGrantee.AllAuthenticated => Acl.Grants.FirstOrDefault(grant => grant.Type == GranteeType.AllAuthenticated),
            _ => GrantsAt(id).FirstOrDefault(grant => Same(grant.GranteeId, id)),
        };

    /// <summary>Whether there is a grant of a type under an id.</summary>
    public bool Has(string id, GranteeType type) => GrantsAt(id).Any(grant => grant.Type == type && Same(grant.GranteeId, id));

    /// <summary>
    /// All grants that mean an address or id: besides those that let it in also ones stored as <c>Name &lt;address&gt;</c>, which the
    /// server keeps unread (docs/protocol.md §4.3) and the web client lists all the same.
    /// </summary>
    public IReadOnlyList<FolderGrant> All(string address) =>
        Places(address) is { Count: > 0 } places
            ? [.. places.Select(i => _all[i]).Where(grant => IsThere(grant) && (grant.Type == GranteeType.Guest || IsInternal(grant)))]
            : [];

    /// <summary>A guest's grant stored in a form that matches nobody (<see cref="GuestAddress.TryParseGranteeId"/>).</summary>
    public FolderGrant? Useless(string address)
    {
        foreach (FolderGrant grant in GrantsAt(address))
        {
            if (
                grant.Type == GranteeType.Guest
                && !Same(grant.GranteeId, address)
                && GuestOf(grant) is null
                && Same(Canonical(Bare(grant.GranteeId)), address)
            )
            {
                return grant;
            }
        }

        return null;
    }

    /// <summary>A grant to another guest who has the same identifier.</summary>
    public FolderGrant? Namesake(GuestAddress guest)
    {
        foreach (int place in _byUserName.At(UserName(guest.Value), _all))
        {
            if (IsThere(_all[place]) && GuestOf(_all[place]) is { } other && GuestIdentifier.Collide(guest, other))
            {
                return _all[place];
            }
        }

        return null;
    }

    /// <summary>Who has a grant, for callers.</summary>
    public static Grantee GranteeOf(FolderGrant grant) =>
        new()
        {
            Type = grant.Type,
            Id = grant.GranteeId,
            Name =
                grant.Type is GranteeType.Guest or GranteeType.Key ? grant.GranteeId
                : grant.GranteeName is { Length: > 0 } name ? name
                : null,
        };

    /// <summary>The guest of a guest's grant; null for other grants, and where it lets nobody in.</summary>
    public static GuestAddress? GuestOf(FolderGrant grant) =>
        grant.Type == GranteeType.Guest && GuestAddress.TryParseGranteeId(grant.GranteeId, out GuestAddress guest) ? guest : null;

    /// <summary>The address inside <c>Name &lt;address&gt;</c>; any other text trimmed.</summary>
    public static string Bare(string? text)
    {
        string trimmed = (text ?? "").Trim();
        int open = trimmed.LastIndexOf('<');
        return open >= 0 && trimmed.EndsWith('>') ? trimmed[(open + 1)..^1].Trim() : trimmed;
    }

    public static bool IsInternal(FolderGrant grant) => grant.Type is GranteeType.User or GranteeType.Group;

    private int PlaceOf(FolderGrant guest)
    {
        foreach (int i in At(guest.GranteeId!))
        {
            if (Acl.Grants[i].Type == GranteeType.Guest && Same(Acl.Grants[i].GranteeId, guest.GranteeId))
            {
                return i;
            }
        }

        return -1;
    }

    private IEnumerable<int> At(string key) => _byKey.At(key, _all);

    private SortedSet<int> Places(string address)
    {
        SortedSet<int> places = [.. At(address)];
        if (Canonical(address) is var canonical && canonical != address)
        {
            places.UnionWith(At(canonical));
        }

        return places;
    }

    private IEnumerable<FolderGrant> GrantsAt(string key)
    {
        foreach (int place in At(key))
        {
            if (IsThere(_all[place]))
            {
                yield return _all[place];
            }
        }
    }

    private bool IsThere(FolderGrant grant) => !_gone.Contains(grant);

    private static IEnumerable<string> Keys(FolderGrant grant)
    {
        if (grant.GranteeId is { Length: > 0 } id)
        {
            yield return id;
            if (grant.Type == GranteeType.Guest)
            {
                string bare = Bare(id);
                yield return bare;
                yield return Canonical(bare);
            }
        }

        if (IsInternal(grant) && grant.GranteeName is { Length: > 0 } name)
        {
            yield return name;
        }
    }

    private static IEnumerable<string> UserNames(FolderGrant grant) =>
        grant is { Type: GranteeType.Guest, GranteeId: { } id } ? [UserName(id)] : [];

    private static string UserName(string address) => address.Replace('@', '.');

    // A domain with accents, and its xn-- form; what is plain ASCII without that is its own form.
    private static string Canonical(string address) =>
        Ascii.IsValid(address) && !address.Contains("xn--", StringComparison.OrdinalIgnoreCase) ? address
        : GuestAddress.TryParse(address, out GuestAddress guest) ? guest.Value
        : address;

    private static bool Same(string? left, string? right) =>
        left is { Length: > 0 } && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
