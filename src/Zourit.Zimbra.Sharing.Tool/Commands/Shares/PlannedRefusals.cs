using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>
/// With --dry-run: what the server would refuse of a share that could be planned, since a plan says what would change and not what the
/// server's policy allows. Each question is asked once.
/// </summary>
internal sealed class PlannedRefusals(CalendarClient calendars)
{
    // What was asked while planning is not asked again.
    private static readonly TimeSpan MostAge = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(string Kind, string? Domain, ShareExpiry Expiry), PolicyVerdict> _verdicts = [];

    /// <summary>Why the share would be refused; null where nothing speaks against it, and where nothing would be changed.</summary>
    public Task<Failure?> RefusalAsync(ShareItem item, ShareChanges changes, CancellationToken cancellationToken) =>
        item switch
        {
            GuestShareItem guest => RefusalAsync("guest", guest.Guest, guest.Options?.Expiry ?? default, changes, cancellationToken),
            UserShareItem user => RefusalAsync("user", user.User, user.Options?.Expiry ?? default, changes, cancellationToken),
            PublicShareItem open => RefusalAsync("public", null, open.Options?.Expiry ?? default, changes, cancellationToken),
            _ => Task.FromResult<Failure?>(null),
        };

    /// <summary>The same of a new end.</summary>
    public Task<Failure?> RefusalAsync(ShareChanges renewal, ShareExpiry expiry, CancellationToken cancellationToken) =>
        renewal.Current is not { } grantee
            ? Task.FromResult<Failure?>(null)
            : RefusalAsync(
                grantee.Type switch
                {
                    GranteeType.Guest => "guest",
                    GranteeType.Public => "public",
                    _ => "user",
                },
                grantee.Name,
                expiry,
                renewal,
                cancellationToken
            );

    private async Task<Failure?> RefusalAsync(
        string kind,
        string? grantee,
        ShareExpiry expiry,
        ShareChanges changes,
        CancellationToken cancellationToken
    )
    {
        if (changes.Outcome == ShareOutcome.Unchanged)
        {
            return null;
        }

        if (grantee is not null && Same(grantee, changes.Owner))
        {
            return Refused(
                Sentence.Of(
                    $"It is the owner's own address: the owner needs no share.",
                    $"C'est l'adresse du propriétaire lui-même, qui n'a besoin d'aucun partage."
                )
            );
        }

        string? domain = kind == "guest" ? DomainOf(grantee!) : null;
        if (domain is not null && Same(domain, DomainOf(changes.Owner)))
        {
            // An account of the server, which the server makes a user's share of, by other rules.
            return null;
        }

        if (!_verdicts.TryGetValue((kind, domain, expiry), out PolicyVerdict? verdict))
        {
            var question = new PolicyCheckOptions
            {
                Guest = kind == "guest" ? grantee : null,
                Expiry = expiry,
                MaxAge = MostAge,
            };
            SharingPolicy policy = await calendars.CheckPolicyAsync(question, cancellationToken);
            verdict = kind switch
            {
                "guest" => policy.Guests,
                "user" => policy.Users,
                _ => policy.Public,
            };
            _verdicts.Add((kind, domain, expiry), verdict);
        }

        return verdict.Rules.FirstOrDefault(rule => rule.Answer == PolicyAnswer.Refused) is { } rule ? Refused(rule.Text) : null;
    }

    private static Failure Refused(LocalizedText why) =>
        new() { Exit = ExitCode.Refused, Text = Sentence.Of($"The server would refuse this: {why}", $"Le serveur refuserait : {why}") };

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].Trim();

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other, StringComparison.OrdinalIgnoreCase);
}
