using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary><see cref="GuestClient.ResumeAsync"/>.</summary>
internal sealed class AccountResume()
    : AccountCommand(
        "resume",
        Sentence.Of($"Let a suspended guest in again.", $"Laisser entrer de nouveau un invité suspendu."),
        "account resume adresse@orange.fr --domain monasso.org"
    )
{
    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Session session = await OpenAsync(run, cancellationToken);
        if (run.IsDryRun)
        {
            return await ShowAsync(run, session, account => account.Status != GuestStatus.Active, cancellationToken);
        }

        run.Results.One(AccountRecords.Change, await session.Client.Guests.ResumeAsync(Identifier(run), cancellationToken));
        return ExitCode.Done;
    }
}
