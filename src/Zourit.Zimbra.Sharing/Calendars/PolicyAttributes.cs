using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>The policy attributes in force for an account, and, as far as an administrator may read them, where each is set.</summary>
internal sealed class PolicyAttributes
{
    public const string External = "zimbraExternalSharingEnabled";
    public const string Public = "zimbraPublicSharingEnabled";
    public const string WhiteListEnabled = "zimbraExternalShareDomainWhitelistEnabled";
    public const string WhiteList = "zimbraExternalShareWhitelistDomain";
    public const string CrossDomain = "zimbraInternalSharingCrossDomainEnabled";
    public const string InternalDomains = "zimbraInternalSharingDomain";

    private static readonly string[] OfAccounts =
    [
        External,
        Public,
        WhiteListEnabled,
        WhiteList,
        "zimbraShareLifetime",
        "zimbraExternalShareLifetime",
        "zimbraPublicShareLifetime",
    ];

    private readonly AttributeList _shown;
    private DirectoryEntry? _effective;
    private DirectoryEntry? _account;
    private DirectoryEntry? _cos;
    private DirectoryEntry? _domain;

    private PolicyAttributes(AttributeList shown) => _shown = shown;

    /// <summary>Whether the guest is an account that internal sharing covers; null when not known.</summary>
    public bool? GuestIsInternal { get; private set; }

    public static async Task<PolicyAttributes> ReadAsync(
        RequestDispatcher dispatcher,
        GetInfoResponse owner,
        string? guest,
        CancellationToken cancellationToken
    )
    {
        var sources = new PolicyAttributes(owner.Attributes);
        if (dispatcher.Admin is not null)
        {
            await sources.ReadDirectoryAsync(dispatcher, owner, guest, cancellationToken).ConfigureAwait(false);
        }

        return sources;
    }

    /// <summary>Whether the value in force is known, set or not.</summary>
    public bool Knows(string name) =>
        _effective is { } entry
            ? !entry.HiddenAttributes.Contains(name, StringComparer.OrdinalIgnoreCase)
            : name is not (WhiteListEnabled or WhiteList);

    public IReadOnlyList<string> Values(string name)
    {
        AttributeList?[] levels = [_account?.Attributes, _effective?.Attributes, _shown, _domain?.Attributes];
        return [.. levels.Select(level => level?.Values(name).ToList() ?? []).FirstOrDefault(values => values.Count > 0) ?? []];
    }

    public string? Value(string name) => Values(name) is { Count: > 0 } values ? string.Join(", ", values) : null;

    public PolicyLevel Level(string name) =>
        _account?.Hides(name) != false ? PolicyLevel.Unknown
        : _account.Attributes[name] is not null ? PolicyLevel.Account
        : _cos?.Hides(name) != false ? PolicyLevel.Unknown
        : _cos.Attributes[name] is not null ? PolicyLevel.ClassOfService
        : _domain?.Hides(name) != false ? PolicyLevel.Unknown
        : _domain.Attributes[name] is not null ? PolicyLevel.Domain
        : PolicyLevel.Global;

    /// <summary>An administrator without a right gets a fault for that entry alone; then its level is not known.</summary>
    private async Task ReadDirectoryAsync(
        RequestDispatcher dispatcher,
        GetInfoResponse owner,
        string? guest,
        CancellationToken cancellationToken
    )
    {
        string domainName = AccountName.DomainOf(owner.Name);
        var own = new GetAccountRequest
        {
            Account = AccountSelector.ById(owner.Id),
            ApplyCos = false,
            AttributeNames = OfAccounts,
        };
        var effective = new GetAccountRequest { Account = AccountSelector.ById(owner.Id), AttributeNames = OfAccounts };
        var domain = new GetDomainRequest { Domain = DomainSelector.ByName(domainName), ApplyConfig = false };
        var cos = new SearchDirectoryRequest
        {
            Types = ["coses"],
            Query = LdapFilter.Equal("zimbraId", owner.CosId ?? "none"),
            AttributeNames = OfAccounts,
        };
        GetAccountRequest? person = guest is null
            ? null
            : new GetAccountRequest
            {
                Account = AccountSelector.ByName(guest),
                ApplyCos = false,
                AttributeNames = [GuestAttributes.VirtualFlag],
            };
        var elsewhere = new GetDomainRequest { Domain = DomainSelector.ByName(AccountName.DomainOf(guest ?? owner.Name)) };
        BatchResponse reply = await dispatcher
            .SendAsync(
                new BatchRequest([own, effective, domain, cos, .. person is null ? (ZimbraRequest[])[] : [person, elsewhere]]),
                cancellationToken
            )
            .ConfigureAwait(false);
        _account = reply.OutcomeOf(own).Response?.Account;
        _effective = reply.OutcomeOf(effective).Response?.Account;
        _domain = reply.OutcomeOf(domain).Response?.Domain;
        _cos = reply.OutcomeOf(cos).Response?.Entries is [var entry, ..] ? entry : null;
        if (person is not null)
        {
            GuestIsInternal = reply.OutcomeOf(person) switch
            {
                { Response: { } found } => Covers(domainName, found.Account.Name),
                { Fault.Code: ZimbraFaultCodes.NoSuchAccount } => false,
                // Of addresses elsewhere the server says nothing to a delegated administrator, but which domains it has it says.
                _ when reply.OutcomeOf(elsewhere).Fault?.Code == ZimbraFaultCodes.NoSuchDomain => false,
                _ => null,
            };
        }
    }

    // The rule by which the server turns a guest into a user (docs/protocol.md §4.3).
    private bool? Covers(string ownerDomain, string account)
    {
        string domain = AccountName.DomainOf(account);
        if (string.Equals(domain, ownerDomain, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (_domain is null || _domain.Hides(CrossDomain))
        {
            return null;
        }

        return _domain.Attributes.Flag(CrossDomain) != false ? true
            : _domain.Hides(InternalDomains) ? null
            : _domain.Attributes.Values(InternalDomains).Contains(domain, StringComparer.OrdinalIgnoreCase);
    }
}
