using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out from the attributes what the server would say to a share (docs/protocol.md §4.3 steps 3, 5 and 7, §7.7).</summary>
internal static class PolicyCheck
{
    public static async Task<SharingPolicy> AskAsync(
        RequestDispatcher dispatcher,
        PolicyCheckOptions options,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        string? guest = options.Guest is null ? null : GuestAddress.ParseArgument(options.Guest, nameof(options)).Value;
        GetInfoResponse owner = dispatcher.Info.KnownWithin(options.MaxAge)
            ?? await dispatcher.SendAsync(new GetInfoRequest(), cancellationToken).ConfigureAwait(false);
        PolicyAttributes sources = await PolicyAttributes.ReadAsync(dispatcher, owner, guest, cancellationToken).ConfigureAwait(false);
        return new SharingPolicy
        {
            Owner = owner.Name,
            Guests = Verdict(
                sources,
                "zimbraExternalShareLifetime",
                options.Expiry,
                now,
                Switch(sources, PolicyAttributes.External, PolicyTexts.Guests),
                WhiteList(sources, guest)
            ),
            Public = Verdict(
                sources,
                "zimbraPublicShareLifetime",
                options.Expiry,
                now,
                Switch(sources, PolicyAttributes.Public, PolicyTexts.Public)
            ),
            Users = Verdict(sources, "zimbraShareLifetime", options.Expiry, now),
            GuestIsInternal = sources.GuestIsInternal,
        };
    }

    private static PolicyVerdict Verdict(
        PolicyAttributes sources,
        string lifetime,
        ShareExpiry expiry,
        DateTimeOffset now,
        params PolicyRule[] rules
    )
    {
        TimeSpan? limit = DirectoryDuration.Parse(sources.Value(lifetime)) is { } span && span > TimeSpan.Zero ? span : null;
        return new PolicyVerdict { Rules = [.. rules, Lifetime(sources, lifetime, limit, expiry, now)], Lifetime = limit };
    }

    // An attribute that is set nowhere is TRUE.
    private static PolicyRule Switch(PolicyAttributes sources, string attribute, LocalizedText whom) =>
        sources.Value(attribute) == "FALSE"
            ? Rule(sources, attribute, PolicyAnswer.Refused, PolicyTexts.SwitchedOff(whom, attribute, sources.Level(attribute)))
            : Rule(sources, attribute, PolicyAnswer.Allowed, PolicyTexts.SwitchedOn(whom, attribute));

    private static PolicyRule WhiteList(PolicyAttributes sources, string? guest)
    {
        const string Enabled = PolicyAttributes.WhiteListEnabled,
            List = PolicyAttributes.WhiteList;
        if (!sources.Knows(Enabled))
        {
            return Rule(sources, Enabled, PolicyAnswer.Unknown, PolicyTexts.WhiteListUnknown(Enabled));
        }

        if (sources.Value(Enabled) != "TRUE")
        {
            return Rule(sources, Enabled, PolicyAnswer.Allowed, PolicyTexts.NoWhiteList(Enabled));
        }

        if (!sources.Knows(List))
        {
            return Rule(sources, List, PolicyAnswer.Unknown, PolicyTexts.WhiteListUnknown(List));
        }

        IReadOnlyList<string> domains = sources.Values(List);
        LocalizedText listed = PolicyTexts.Domains(domains);
        if (guest is null)
        {
            return Rule(sources, List, PolicyAnswer.Unknown, PolicyTexts.OnlyListed(listed, List));
        }

        string domain = AccountName.DomainOf(guest);
        return domains.Contains(domain, StringComparer.OrdinalIgnoreCase)
            ? Rule(sources, List, PolicyAnswer.Allowed, PolicyTexts.Listed(domain, List))
            : Rule(sources, List, PolicyAnswer.Refused, PolicyTexts.NotListed(domain, List, listed, sources.Level(List)));
    }

    private static PolicyRule Lifetime(PolicyAttributes sources, string attribute, TimeSpan? limit, ShareExpiry expiry, DateTimeOffset now)
    {
        if (limit is not { } lifetime)
        {
            return Rule(sources, attribute, PolicyAnswer.Allowed, PolicyTexts.NoLimit(attribute));
        }

        DateTimeOffset latest = now + lifetime;
        (string? value, PolicyLevel level) = (sources.Value(attribute), sources.Level(attribute));
        bool isPublic = attribute == "zimbraPublicShareLifetime";
        return expiry.Time > latest || (expiry.IsNever && isPublic)
            ? Rule(sources, attribute, PolicyAnswer.Refused, PolicyTexts.TooLate(expiry, latest, attribute, value, level))
            : Rule(sources, attribute, PolicyAnswer.Allowed, PolicyTexts.Latest(latest, attribute, value, level));
    }

    private static PolicyRule Rule(PolicyAttributes sources, string attribute, PolicyAnswer answer, LocalizedText text) =>
        new()
        {
            Attribute = attribute,
            Value = sources.Value(attribute),
            Level = sources.Level(attribute),
            Answer = answer,
            Text = text,
        };
}
