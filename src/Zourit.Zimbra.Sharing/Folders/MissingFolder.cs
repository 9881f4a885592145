using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>Says of a folder that is not there which ones are.</summary>
internal static class MissingFolder
{
    public static async Task<ZimbraFaultException> ExplainAsync(
        RequestDispatcher dispatcher,
        FolderReference reference,
        ZimbraFault fault,
        CancellationToken cancellationToken
    )
    {
        string message = $"There is no {(reference.IsId ? reference.Text[4..] : $"folder {reference.Text}")} ({fault.Code}).";
        try
        {
            // In somebody else's mailbox the tree is seen from the root only with visible="1" (docs/protocol.md §3.1).
            GetFolderResponse tree = await dispatcher
                .SendAsync(new GetFolderRequest { Visible = true }, cancellationToken)
                .ConfigureAwait(false);
            message += " " + Remedy(reference, tree.Folder);
        }
        catch (ZimbraException)
        {
            // The names would only have helped; that the folder is missing is what the caller must learn.
            message += " " + ZimbraFaultCodes.RemedyFor(ZimbraFaultCodes.NoSuchFolder);
        }

        return new ZimbraFaultException(fault, "GetFolderRequest", message);
    }

    private static string Remedy(FolderReference reference, Folder tree)
    {
        IReadOnlyList<NearFolder> near = NearestFolders.Find(tree, reference.IsId ? "" : reference.Path.Value);
        if (near.Count == 0)
        {
            return "The mailbox has no calendar that may be meant.";
        }

        return near[0].IsTranslation
            ? $"Perhaps '{near[0].Path}' is meant: the web client shows it as '{reference.Path.Segments[0]}', but its name is not "
                + $"translated."
            : $"{(reference.IsId ? "Calendars" : "Nearest")}: "
                + $"{string.Join(", ", near.Select(each => reference.IsId ? $"'{each.Path}' ({each.Id})" : $"'{each.Path}'"))}.";
    }
}
