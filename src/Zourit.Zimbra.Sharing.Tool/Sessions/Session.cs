using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Credentials;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Sessions;

/// <summary>The client of a command, and the mailbox that it means.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly ZimbraMailbox? _mailbox;

    private Session(ZimbraClient client, Settings settings)
    {
        Client = client;
        Settings = settings;
        _mailbox = settings.OnBehalfOf is { } owner ? client.Mailbox(owner) : null;
    }

    public ZimbraClient Client { get; }

    public Settings Settings { get; }

    public CalendarClient Calendars => _mailbox?.Calendars ?? Client.Calendars;

    public FeedClient Feeds => _mailbox?.Feeds ?? Client.Feeds;

    public InvitationClient Invitations => _mailbox?.Invitations ?? Client.Invitations;

    public static async Task<Session> OpenAsync(Invocation run, Settings settings, CancellationToken cancellationToken)
    {
        Uri server = settings.ServerUri();
        ZimbraClientOptions options = settings.ClientOptions(run.Terminal.TimeProvider, run.Shard);
        ZimbraCredentials credentials = await CredentialsOfAsync(run, settings, cancellationToken);
        if (run[run.Options.Verbose])
        {
            options.LoggerFactory = new NoteLoggers(run.Notes);
        }

        return new(new ZimbraClient(server, credentials, options), settings);
    }

    public ValueTask DisposeAsync() => Client.DisposeAsync();

    private static async Task<ZimbraCredentials> CredentialsOfAsync(Invocation run, Settings settings, CancellationToken cancellationToken)
    {
        Credential credential = await new CredentialSources(run, settings.Profile).LoginAsync(settings.Account, cancellationToken);
        string Account() =>
            settings.Account
            ?? throw ToolException.Usage(
                Sentence.Of($"Name the account that logs in: --account.", $"Indiquez le compte qui se connecte : --account.")
            );
        return credential.Kind switch
        {
            CredentialKind.Token when settings.IsAdmin => ZimbraCredentials.AdminToken(credential.Secret),
            CredentialKind.Token => ZimbraCredentials.Token(credential.Secret),
            CredentialKind.PreauthKey when settings.IsAdmin => throw ToolException.Usage(
                Sentence.Of(
                    $"A preauth key logs in users, not administrators: leave out --admin.",
                    $"Une clé de préauthentification connecte des utilisateurs, pas des administrateurs : retirez --admin."
                )
            ),
            CredentialKind.PreauthKey => ZimbraCredentials.Preauth(Account(), credential.Secret),
            _ when settings.IsAdmin => ZimbraCredentials.Admin(Account(), credential.Secret),
            _ => ZimbraCredentials.Password(Account(), credential.Secret),
        };
    }
}
