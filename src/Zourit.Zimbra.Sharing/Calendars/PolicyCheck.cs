using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out from the attributes what the server would say to a share (protocol.md §4.3 steps 3, 5 and 7, §7.7).</summary>
internal static class PolicyCheck
{
    public static async Task<SharingPolicy> AskAsync(
        RequestDispatcher dispatcher,
        PolicyQuestion question,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        string? guest = question.Guest is null ? null : GuestAddress.ParseArgument(question.Guest, nameof(question)).Value;
        GetInfoResponse owner = await dispatcher.SendAsync(new GetInfoRequest(), cancellationToken).ConfigureAwait(false);
        PolicyAttributes sources = await PolicyAttributes.ReadAsync(dispatcher, owner, guest, cancellationToken).ConfigureAwait(false);
        return new SharingPolicy
        {
            Owner = owner.Name,
            Guests = Verdict(
                sources,
                "zimbraExternalShareLifetime",
                question.Expiry,
                now,
                Switch(sources, PolicyAttributes.External, "guests"),
                WhiteList(sources, guest)
            ),
            Public = Verdict(
                sources,
                "zimbraPublicShareLifetime",
                question.Expiry,
                now,
                Switch(sources, PolicyAttributes.Public, "the public")
            ),
            Users = Verdict(sources, "zimbraShareLifetime", question.Expiry, now),
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
        return new PolicyVerdict([.. rules, Lifetime(sources, lifetime, limit, expiry, now)]) { Lifetime = limit };
    }

    // An attribute that is set nowhere is TRUE.
    private static PolicyRule Switch(PolicyAttributes sources, string attribute, string whom) =>
        sources.Value(attribute) == "FALSE"
            ? Rule(
                sources,
                attribute,
                PolicyAnswer.Refused,
                $"Sharing with {whom} is switched off: {attribute} is " + $"FALSE{Where(sources, attribute)}."
            )
            : Rule(sources, attribute, PolicyAnswer.Allowed, $"Sharing with {whom} is switched on ({attribute}).");

    private static PolicyRule WhiteList(PolicyAttributes sources, string? guest)
    {
        if (!sources.Knows(PolicyAttributes.WhiteListEnabled))
        {
            return Rule(
                sources,
                PolicyAttributes.WhiteListEnabled,
                PolicyAnswer.NotKnown,
                $"Whether a white list of guests' domains is in force ({PolicyAttributes.WhiteListEnabled}) only an administrator can read."
            );
        }

        if (sources.Value(PolicyAttributes.WhiteListEnabled) != "TRUE")
        {
            return Rule(
                sources,
                PolicyAttributes.WhiteListEnabled,
                PolicyAnswer.Allowed,
                $"No white list of guests' domains is in force " + $"({PolicyAttributes.WhiteListEnabled})."
            );
        }

        IReadOnlyList<string> domains = sources.Values(PolicyAttributes.WhiteList);
        string listed = domains.Count == 0 ? "none" : string.Join(", ", domains);
        if (guest is null)
        {
            return Rule(
                sources,
                PolicyAttributes.WhiteList,
                PolicyAnswer.NotKnown,
                $"Only guests of these domains are allowed: {listed} " + $"({PolicyAttributes.WhiteList})."
            );
        }

        string domain = AccountName.DomainOf(guest);
        return domains.Contains(domain, StringComparer.OrdinalIgnoreCase)
            ? Rule(
                sources,
                PolicyAttributes.WhiteList,
                PolicyAnswer.Allowed,
                $"'{domain}' is on the white list ({PolicyAttributes.WhiteList})."
            )
            : Rule(
                sources,
                PolicyAttributes.WhiteList,
                PolicyAnswer.Refused,
                $"'{domain}' is not on the white list: {PolicyAttributes.WhiteList} is {listed}{Where(sources, PolicyAttributes.WhiteList)}."
            );
    }

    private static PolicyRule Lifetime(PolicyAttributes sources, string attribute, TimeSpan? limit, ShareExpiry expiry, DateTimeOffset now)
    {
        if (limit is not { } lifetime)
        {
            return Rule(sources, attribute, PolicyAnswer.Allowed, $"Such shares may last without end ({attribute}).");
        }

        DateTimeOffset latest = now + lifetime;
        bool isPublic = attribute == "zimbraPublicShareLifetime";
        bool isRefused = expiry.Time > latest || (expiry.IsNever && isPublic);
        return Rule(
            sources,
            attribute,
            isRefused ? PolicyAnswer.Refused : PolicyAnswer.Allowed,
            isRefused
                ? $"The wanted end ({expiry}) lies after the latest one, {latest:u}: {attribute} is "
                    + $"{sources.Value(attribute)}{Where(sources, attribute)}."
                : $"Such a share ends at {latest:u} at the latest, or with the folder's earlier shares of its kind: {attribute} is "
                    + $"{sources.Value(attribute)}{Where(sources, attribute)}."
        );
    }

    private static PolicyRule Rule(PolicyAttributes sources, string attribute, PolicyAnswer answer, string text) =>
        new(attribute, sources.Value(attribute), sources.Level(attribute), answer, text);

    private static string Where(PolicyAttributes sources, string attribute) =>
        sources.Level(attribute) switch
        {
            PolicyLevel.Account => " on the account",
            PolicyLevel.ClassOfService => " on the account's class of service",
            PolicyLevel.Domain => " on the domain",
            PolicyLevel.Global => " by the installation's default",
            _ => " (on the account, its class of service or the domain)",
        };
}
