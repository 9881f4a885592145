using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Grants;

/// <summary>What is known of a change of an ACL whose reply was lost.</summary>
internal sealed class LostChange(Exchange exchange, SharedFolder folder, ZimbraOutcomeUnknownException lost)
{
    /// <summary>A change of which one attempt's reply was lost, and a further attempt was refused.</summary>
    public static LostChange BeforeRefusal(Exchange exchange, SharedFolder folder, ZimbraFault fault) => new(
        exchange, folder, new ZimbraOutcomeUnknownException($"The reply to an earlier attempt was lost, and a further one was refused with {fault.Code}.") { Operation = "FolderActionRequest" });

    /// <summary>A change that was answered with a fault which leaves open whether it was made.</summary>
    public static LostChange AfterFault(Exchange exchange, SharedFolder folder, ZimbraFault fault) => new(
        exchange, folder, new ZimbraOutcomeUnknownException($"The change was answered with {fault.Code}, which leaves open whether it was made.") { Operation = "FolderActionRequest", MayStillRun = FaultCatalogue.MayStillRun(fault.Code) });

    /// <summary>The folder after a batch in which a fault says that another mail host had the change: it may have made it since the batch read the folder.</summary>
    public static async Task<SharedFolder> LookAgainAsync(Exchange exchange, SharedFolder after, CancellationToken cancellationToken)
    {
        try
        {
            return after.With((await exchange.SendAsync(GetFolderRequest.WithId(after.Id), cancellationToken).ConfigureAwait(false)).Folder);
        }
        catch (ZimbraException)
        {
            // What the batch read stands, and the fault that is told says that the change may be under way.
            return after;
        }
    }

    /// <summary>The folder as it stands after the loss.</summary>
    /// <exception cref="ZimbraOutcomeUnknownException">It cannot be read. What the reading failed of says that nothing was changed, which holds for the reading alone.</exception>
    public async Task<SharedFolder> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            GetFolderResponse read = await exchange.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false);
            return folder.With(read.Folder);
        }
        catch (ZimbraException e)
        {
            throw new ZimbraOutcomeUnknownException($"{lost.Message} Looking for that failed too: {e.Message}", lost) { Operation = lost.Operation, MayStillRun = lost.MayStillRun };
        }
    }

    /// <summary>The failure to tell when the folder shows nothing of the change: it was not done, unless the server may be at it even now.</summary>
    public ZimbraException NotDone() => lost.MayStillRun
        ? lost
        : new ZimbraConnectionException($"{lost.Operation}: the reply was lost, and '{folder.Path}' read afterwards shows that nothing was changed.", lost)
        {
            Operation = lost.Operation,
            IsTransient = true,
        };
}
