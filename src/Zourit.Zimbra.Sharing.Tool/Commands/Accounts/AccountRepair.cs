using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary><see cref="GuestClient.RepairAsync"/>.</summary>
internal sealed class AccountRepair()
    : AccountCommand(
        "repair",
        Sentence.Of($"Repair what would let the server close the account.", $"Réparer ce qui ferait fermer le compte."),
        "account repair adresse@orange.fr --domain monasso.org"
    )
{
    public override bool Changes => true;

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Session session = await OpenAsync(run, cancellationToken);
        if (run.IsDryRun)
        {
            GuestInspection found = await session.Client.Guests.InspectAsync(Identifier(run), cancellationToken);
            Show(run, found.Account, isChanged: found.Problems.Count > 0 || !found.MountpointsKnown);
            return ExitCode.Done;
        }

        GuestRepair repair = await session.Client.Guests.RepairAsync(Identifier(run), cancellationToken);
        run.Results.One(AccountRecords.Repair, repair);
        return repair.Remaining.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
    }
}
