using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary><see cref="GuestClient.RetireAsync"/>.</summary>
internal sealed class AccountRetire : AccountCommand
{
    private readonly Flag _delete = new("--delete-account", Sentence.Of($"delete the account, too", $"supprimer aussi le compte"));

    public AccountRetire()
        : base(
            "retire",
            Sentence.Of($"End everything that a domain shares with a guest.", $"Révoquer tout ce qu'un domaine partage avec un invité."),
            "account retire adresse@orange.fr --domain monasso.org --yes"
        ) => Add(_delete);

    public static RecordShape<GuestAccess> Access { get; } =
        new RecordShape<GuestAccess>("access", "Something that a guest can see.")
            .Text("owner", access => access.Folder.Owner, Labels.Owner)
            .Text("calendar", access => access.Folder.Calendar.Value, Labels.Calendar)
            .Text("rights", access => access.Permissions.Letters, Labels.Rights)
            .Moment("expires", access => access.Expiry, Labels.Ends)
            .Text("group", access => access.GroupName, Labels.InheritedFrom);

    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        string domain = Domain(run);
        string guest = Guest(run);
        Session session = await OpenAsync(run, cancellationToken);
        if (run.IsDryRun)
        {
            var owned = new GuestAccessOptions { OwnerDomain = domain };
            await foreach (GuestAccess access in session.Client.Guests.ListAccessAsync(guest, owned, cancellationToken))
            {
                run.Results.Row(Access, access);
            }

            GuestAccount? account = await session.Client.Guests.FindByMailAsync(domain, guest, cancellationToken);
            run.Note(
                account is null ? Sentence.Of($"The guest has no account.", $"L'invité n'a pas de compte.")
                : run[_delete] ? Sentence.Of($"The account {account.Name} would be deleted.", $"Le compte {account.Name} serait supprimé.")
                : Sentence.Of(
                    $"The account {account.Name} would stay; the server's daily task ends those without shares.",
                    $"Le compte {account.Name} resterait ; la tâche quotidienne du serveur ferme ceux qui n'ont plus de partage."
                )
            );
            return ExitCode.Done;
        }

        await run.ConfirmAsync(
            Sentence.Of(
                $"End all shares of {Excerpt.Of(domain)} with {Excerpt.Of(guest)}?",
                $"Révoquer tous les partages de {Excerpt.Of(domain)} avec {Excerpt.Of(guest)} ?"
            ),
            cancellationToken
        );
        GuestRetirement retirement = await session.Client.Guests.RetireAsync(
            domain,
            guest,
            new GuestRetirementOptions { DeleteAccount = run[_delete] },
            cancellationToken
        );
        run.Results.One(AccountRecords.Retirement, retirement);
        return retirement.IsComplete ? ExitCode.Done : ExitCode.Incomplete;
    }
}
