using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary><see cref="GuestClient.SuspendAsync"/>.</summary>
internal sealed class AccountSuspend()
    : AccountCommand(
        "suspend",
        Sentence.Of($"Keep a guest out for now.", $"Suspendre l'accès d'un invité."),
        "account suspend adresse@orange.fr --domain monasso.org"
    )
{
    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Session session = await OpenAsync(run, cancellationToken);
        if (run.IsDryRun)
        {
            return await ShowAsync(run, session, account => account.Status != GuestStatus.Locked, cancellationToken);
        }

        run.Results.One(AccountRecords.Change, await session.Client.Guests.SuspendAsync(Identifier(run), cancellationToken));
        return ExitCode.Done;
    }
}
