using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>Whose calendars to review, and what counts as soon.</summary>
public sealed record ReviewOptions
{
    /// <summary>
    /// Review all accounts and calendar resources of this domain that share something; needs an administrator. Null (the default) for the
    /// client's own account alone, or that of <see cref="ZimbraClient.Mailbox"/>.
    /// </summary>
    public string? Domain { get; init; }

    /// <summary>
    /// Review all accounts of the installation that share something; needs an administrator. Default false; not together with
    /// <see cref="Domain"/>.
    /// </summary>
    public bool WholeServer { get; init; }

    /// <summary>From when on an end is soon. Default 30 days; not negative.</summary>
    public TimeSpan EndingWithin { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How many accounts of a domain or server to read side by side. Default 4; 1 to 64. The server's limit of requests a second is kept
    /// besides: see <see cref="ZimbraClientOptions.MaxRequestsPerSecond"/>.
    /// </summary>
    public int MaxConcurrency { get; init; } = 4;

    internal bool IsOneAccount => Domain is null && !WholeServer;

    internal ReviewOptions Checked(string parameter = "options")
    {
        return EndingWithin < TimeSpan.Zero
                ? throw Argument.Invalid(
                    LocalizedText.Format(
                        $"{nameof(EndingWithin)} must not be negative.",
                        $"{nameof(EndingWithin)} ne doit pas être négatif."
                    ),
                    parameter
                )
            : MaxConcurrency is < 1 or > 64
                ? throw Argument.Invalid(InvalidOption.Range(nameof(MaxConcurrency), "from 1 to 64", "de 1 à 64"), parameter)
            : Domain is not null && WholeServer
                ? throw Argument.Invalid(
                    LocalizedText.Format(
                        $"{nameof(Domain)} and {nameof(WholeServer)} do not go together: name the domain, or review the whole server.",
                        $"{nameof(Domain)} et {nameof(WholeServer)} ne vont pas ensemble : nommez le domaine, ou examinez tout le serveur."
                    ),
                    parameter
                )
            : Domain is not null && string.IsNullOrWhiteSpace(Domain)
                ? throw Argument.Invalid(
                    LocalizedText.Format(
                        $"{nameof(Domain)} is empty. Name a domain, e.g. 'monasso.org', or leave it out.",
                        $"{nameof(Domain)} est vide. Nommez un domaine, par exemple « monasso.org », ou n'en indiquez pas."
                    ),
                    parameter
                )
            : this;
    }
}
