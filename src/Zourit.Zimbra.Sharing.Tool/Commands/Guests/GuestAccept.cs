using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands.Links;
using Zourit.Zimbra.Sharing.Tool.Credentials;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Guests;

/// <summary><see cref="InvitationClient.AcceptAsync"/>.</summary>
internal sealed class GuestAccept : ToolCommand
{
    private readonly TextArgument _link = LinkInput.New();
    private readonly TextOption _name = new("--name", "NAME", Sentence.Of($"the guest's name", $"le nom de l'invité"));

    public GuestAccept()
        : base(
            "accept",
            Sentence.Of(
                $"Accept a personal link in the guest's place, with the guest's password.",
                $"Accepter un lien personnel à la place de l'invité, avec son mot de passe."
            ),
            "guest accept - --name \"Marie\" --guest-password-file guest.txt < mail.txt"
        )
    {
        Add(_link);
        Add(_name);
    }

    public static RecordShape<AcceptedInvitation> Accepted { get; } =
        new RecordShape<AcceptedInvitation>("acceptance", "What became of a personal link.")
            .Word("outcome", accepted => (AcceptanceOutcome?)accepted.Outcome, Labels.Outcome)
            .Text("guest", accepted => accepted.Link.Mail, Labels.Guest)
            .Text("identifier", accepted => accepted.Identifier?.Value, Labels.Identifier)
            .Text("possibleIdentifier", accepted => accepted.PossibleIdentifier?.Value, Labels.Identifier)
            .Text("code", accepted => accepted.Code, Labels.Code);

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        PersonalLink link = await LinkInput.ReadAsync(run[_link], run, cancellationToken);
        Settings settings = run.Settings();
        Secret password = await new CredentialSources(run, settings.Profile).GuestPasswordAsync(cancellationToken)
            ?? throw ToolException.Usage(
                Sentence.Of(
                    $"Name the guest's password: --guest-password-file FILE.",
                    $"Indiquez le mot de passe de l'invité : --guest-password-file FICHIER."
                )
            );
        if (run.IsDryRun)
        {
            run.Results.One(LinkShow.Shape, new(link, run));
            return ExitCode.Done;
        }

        // Whoever has the link needs no login.
        await using var client = new ZimbraClient(
            settings.Server is null ? new Uri(link.BaseAddress.GetLeftPart(UriPartial.Authority)) : settings.ServerUri(),
            Authentication.ZimbraCredentials.Anonymous,
            settings.ClientOptions(run.Terminal.TimeProvider, shard: null)
        );
        run.Results.One(
            Accepted,
            await client.Invitations.AcceptAsync(link, run[_name] ?? link.Mail, password, cancellationToken: cancellationToken)
        );
        return ExitCode.Done;
    }
}
