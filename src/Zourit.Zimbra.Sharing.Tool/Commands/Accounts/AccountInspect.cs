using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary><see cref="GuestClient.InspectAsync"/>.</summary>
internal sealed class AccountInspect()
    : AccountCommand(
        "inspect",
        Sentence.Of($"Find what may keep a guest out.", $"Trouver ce qui peut empêcher un invité d'entrer."),
        "account inspect adresse@orange.fr --domain monasso.org"
    )
{
    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Session session = await OpenAsync(run, cancellationToken);
        GuestInspection inspection = await session.Client.Guests.InspectAsync(Identifier(run), cancellationToken);
        run.Results.One(AccountRecords.Inspection, inspection);
        return ExitCode.Done;
    }
}
