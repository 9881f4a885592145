using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Works out what revoking the shares of a list of grantees would change.</summary>
internal sealed class BulkRevokePlanRun(RequestDispatcher dispatcher, BulkOptions options)
    : BulkRevocations<RevocationChanges>(dispatcher, options)
{
    protected override Task<(SharedFolder After, IReadOnlyList<(RevocationChanges? Result, Exception? Error)> Done)> RevokeAsync(
        RequestDispatcher owner,
        SharedFolder folder,
        IReadOnlyList<RevocationPlan> plans,
        CancellationToken cancellationToken
    )
    {
        SharedFolder after = RevocationPlan.After(folder, plans);
        var results = new ShareResults(owner.Connection);
        IReadOnlyList<(RevocationChanges? Result, Exception? Error)> planned =
        [
            .. InTurn(plans).Select(plan => (results.Planned(plan, after), (Exception?)null)),
        ];
        return Task.FromResult((after, planned));
    }
}
