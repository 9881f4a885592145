using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>A change of an ACL that was lost, and the folder that tells what became of it.</summary>
internal sealed class LostChange(RequestDispatcher dispatcher, SharedFolder folder, LostReply reply)
{
    private const string Operation = "FolderActionRequest";

    /// <summary>Whether the server answered itself, though it leaves open what it did.</summary>
    public bool IsFault => reply.IsFault;

    /// <summary>Whether the server may be at it even now.</summary>
    public bool MayStillRun => reply.MayStillRun;

    /// <summary>A change whose reply was lost; or the earlier one, where that may still run.</summary>
    public static LostChange After(LostChange? earlier, RequestDispatcher dispatcher, SharedFolder folder, ZimbraException cause) =>
        earlier is { MayStillRun: true }
            ? earlier
            : new LostChange(dispatcher, folder, new LostReply(cause, $"'{folder.Path}' read " + $"afterwards"));

    /// <summary>A change of which the reply to one attempt was lost, and a further attempt was answered.</summary>
    public static LostChange BeforeAnswer(RequestDispatcher dispatcher, SharedFolder folder, LostReplies replies) =>
        After(
            null,
            dispatcher,
            folder,
            new ZimbraOutcomeUnknownException("The reply to an earlier attempt was lost.")
            {
                Operation = Operation,
                MayStillRun = replies.MayStillRun,
            }
        );

    /// <summary>A change that was answered with a fault which leaves open whether it was made.</summary>
    public static LostChange AfterFault(RequestDispatcher dispatcher, SharedFolder folder, ZimbraFault fault) =>
        After(null, dispatcher, folder, new ZimbraFaultException(fault, Operation));

    /// <summary>
    /// The folder after a batch in which a fault says that another mail host had the change: it may have made it since the batch read the
    /// folder.
    /// </summary>
    public static async Task<SharedFolder> LookAgainAsync(
        RequestDispatcher dispatcher,
        SharedFolder after,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return after.With(
                (await dispatcher.SendAsync(GetFolderRequest.WithId(after.Id), cancellationToken).ConfigureAwait(false)).Folder
            );
        }
        catch (ZimbraException)
        {
            // What the batch read stands, and the fault that is told says that the change may be under way.
            return after;
        }
    }

    /// <summary>The folder as it stands after the loss.</summary>
    /// <exception cref="ZimbraOutcomeUnknownException">It cannot be read. What the reading failed of says that nothing was changed, which
    /// holds for the reading alone.</exception>
    public async Task<SharedFolder> ReadAsync(CancellationToken cancellationToken) =>
        folder.With(
            (
                await reply
                    .LookAsync(() => dispatcher.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken))
                    .ConfigureAwait(false)
            ).Folder
        );

    /// <summary>
    /// The failure to tell when the folder shows nothing of the change: it was not done, unless the server may be at it even now.
    /// </summary>
    public ZimbraException NotDone() => reply.NotDone();

    /// <summary>
    /// The failure to tell when a repetition was refused: that it changed nothing says nothing of the attempt that may still run.
    /// </summary>
    public ZimbraException Refused(ZimbraException repetition) => MayStillRun ? reply.Unknown(repetition) : repetition;
}
