using System.Collections.Immutable;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>A folder as it is: its data, the ACL in force, and what the server says of its owner.</summary>
internal sealed record SharedFolder
{
    private GrantSearch? _grants;

    public required Folder Folder { get; init; }

    public required FolderPath Path { get; init; }

    /// <summary>The ACL in force: the folder's own, else the nearest ancestor's, else an empty one (docs/protocol.md §3.5).</summary>
    public required FolderAcl Acl { get; init; }

    /// <summary>The ancestor whose ACL is in force; null when the folder has its own, or no ACL applies.</summary>
    public FolderPath? InheritedFrom { get; init; }

    /// <summary>The folder whose ACL is in force: this one, or the nearest ancestor that has one; null when none has.</summary>
    public Folder? Source { get; init; }

    /// <summary>Null where the caller may not ask it: in the mailbox of somebody who only granted the caller rights.</summary>
    public GetInfoResponse? Info { get; init; }

    /// <summary>The owner's primary name.</summary>
    public required string Owner { get; init; }

    /// <summary>
    /// The mailbox's change number when the folder was first read: whatever has a higher number came later. Null when the server did not
    /// report it.
    /// </summary>
    public long? ChangeNumber { get; init; }

    /// <summary>Who of the grantees that were asked about is an account, by the names that callers gave.</summary>
    public IReadOnlyDictionary<string, KnownAccount> Accounts { get; init; } = new Dictionary<string, KnownAccount>();

    /// <summary>
    /// Whether the ACL was read after a guest's grant was made: the first one sets the guests' ceiling where the policy wants one
    /// (docs/protocol.md §4.3), which its answer does not tell.
    /// </summary>
    public bool HasGuestCeiling { get; init; }

    /// <summary>Whether the ACL was read after grants were revoked, and showed that the server's answers to that were true.</summary>
    public bool HasTrueRevocations { get; init; }

    /// <summary>Whom a plan that this folder is the outcome of has mailed.</summary>
    public ImmutableHashSet<string> PlannedMails { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    public string Id => Folder.Id;

    public FolderId Number => FolderId.Of(Folder.Id);

    public string OwnerDomain => AccountName.DomainOf(Owner);

    /// <summary>Whether a grant is the owner's own, which only a whole ACL can set, and nothing revokes (docs/protocol.md §4.7).</summary>
    public bool IsOwners(FolderGrant grant) =>
        grant.Type == GranteeType.User
        && (grant.GranteeId == Info?.Id || string.Equals(grant.GranteeName, Owner, StringComparison.OrdinalIgnoreCase));

    /// <summary>The grants in force, to find some.</summary>
    public GrantSearch Grants => _grants is { } known && ReferenceEquals(known.Acl, Acl) ? known : _grants = new GrantSearch(Acl);

    /// <summary>
    /// Whether the ACL is shown: to the owner, and in somebody else's mailbox to who holds the right <c>a</c> (docs/protocol.md §3.3).
    /// </summary>
    public bool ShowsAcl => Folder.EffectiveRights?.Contains('a', StringComparison.Ordinal) ?? true;

    /// <summary>Whether it is the root of the mailbox.</summary>
    public bool IsRoot => Number.Number == FolderId.Root || Folder.Path == "/";

    /// <summary>Refuses to take an ACL that is not shown for one that is empty.</summary>
    /// <exception cref="ZimbraFaultException">The ACL is not shown to the account in use.</exception>
    public SharedFolder RequireAcl()
    {
        if (ShowsAcl)
        {
            return this;
        }

        LocalizedText reason = FolderTexts.AclNotShown(this);
        throw new ZimbraFaultException(
            new ZimbraFault
            {
                Code = ZimbraFaultCodes.PermissionDenied,
                Reason = reason.ToString(),
                IsSenderFault = true,
                Arguments = [],
            },
            "GetFolderRequest",
            FolderTexts.Refused(reason)
        );
    }

    /// <summary>Why this folder is not shared as a calendar, and the remedy; null for a calendar.</summary>
    public LocalizedText? NotACalendar() => !IsRoot && Folder.IsCalendar ? null : FolderTexts.NoCalendar(this);

    /// <summary>
    /// The lock for changing somebody's share of this folder and mailing them about it; the same for all ways to name the folder and to
    /// spell the address.
    /// </summary>
    public string LockKey(string address)
    {
        string name = AccountOf(address)?.Name ?? (Guid.TryParse(address, out _) ? Grants.ById(address)?.GranteeName : null) ?? address;
        return KeyedLock.KeyOf(Owner, Id, GuestAddress.TryParse(name, out GuestAddress guest) ? guest.Value : name);
    }

    /// <summary>The account behind a name that was looked up; null when the server knows no such account.</summary>
    public KnownAccount? AccountOf(string? name) => name is null ? null : Accounts.GetValueOrDefault(name);

    /// <summary>All grants of a grantee, those under the primary name of an alias too; a null one is the public.</summary>
    public IReadOnlyList<FolderGrant> GrantsOf(string? address) =>
        address is null ? (Grants.Public is { } open ? [open] : [])
        : AccountOf(address) is { } account ? [.. Grants.All(address).Union(Grants.All(account.Name)).Union(Grants.All(account.Id))]
        : Grants.All(address);

    /// <summary>The same folder, with more known of who is an account.</summary>
    public SharedFolder Plus(IReadOnlyDictionary<string, KnownAccount> accounts) =>
        accounts.Count == 0
            ? this
            : this with
            {
                Accounts = new Dictionary<string, KnownAccount>(Accounts.Concat(accounts), StringComparer.OrdinalIgnoreCase),
            };

    /// <summary>The same folder after guests' grants were made.</summary>
    public SharedFolder Plus(IReadOnlyList<FolderGrant> guests)
    {
        GrantSearch grants = Grants.Plus(guests);
        SharedFolder larger = this with { Acl = grants.Acl };
        larger._grants = grants;
        return larger;
    }

    /// <summary>
    /// The same folder after guests' grants were revoked: with the last one goes the guests' ceiling (docs/protocol.md §4.7).
    /// </summary>
    public SharedFolder Minus(IReadOnlyCollection<FolderGrant> guests)
    {
        GrantSearch grants = Grants.Minus(guests);
        if (grants.Acl.Grants.All(grant => grant.Type is not (GranteeType.Guest or GranteeType.Key)))
        {
            return this with { Acl = grants.Acl with { GuestGrantExpiry = null } };
        }

        SharedFolder smaller = this with { Acl = grants.Acl };
        smaller._grants = grants;
        return smaller;
    }

    /// <summary>The same folder after its ACL was read again.</summary>
    /// <exception cref="ZimbraProtocolException">What was read is another folder.</exception>
    public SharedFolder With(Folder folder) =>
        FolderId.Of(folder.Id).Number != Number.Number
            ? throw FolderReference.Another(FolderTexts.WithId(Id), folder)
            : this with
            {
                Folder = folder,
                Acl = folder.HasOwnAcl ? folder.Acl ?? new FolderAcl() : Acl,
                InheritedFrom = folder.HasOwnAcl ? null : InheritedFrom,
                Source = folder.HasOwnAcl ? folder : Source,
            };
}
