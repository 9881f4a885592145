using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>Says of a folder that is not there in whose mailbox it was looked for, and which ones are there.</summary>
internal static class MissingFolder
{
    public static async Task<ZimbraFaultException> ExplainAsync(
        RequestDispatcher dispatcher,
        FolderReference reference,
        ZimbraFault fault,
        CancellationToken cancellationToken
    )
    {
        LocalizedText? mailbox = dispatcher.OnBehalfOf is { } owner ? new(owner) : null;
        LocalizedText? remedy = null;
        try
        {
            // In somebody else's mailbox the tree is seen from the root only with visible="1" (docs/protocol.md §3.1).
            var tree = new GetFolderRequest { Visible = true };
            var info = new GetInfoRequest();
            BatchResponse reply = await dispatcher.SendAsync(new BatchRequest([tree, info]), cancellationToken).ConfigureAwait(false);
            mailbox = reply.OutcomeOf(info).Response is { } known ? new(known.Name) : mailbox;
            remedy = reply.OutcomeOf(tree).Response is { } root ? Remedy(reference, root.Folder) : null;
        }
        catch (ZimbraException)
        {
            // The names would only have helped; that the folder is missing is what the caller must learn.
            remedy = null;
        }

        mailbox ??= MissingFolderTexts.AccountInUse;
        LocalizedText message = reference.Id is { } id
            ? MissingFolderTexts.NoSuchId(id.ToString(), mailbox, fault.Code)
            : MissingFolderTexts.NoSuchPath(reference.Path.Value, mailbox, fault.Code);
        if (dispatcher is { Admin: not null, ActsFor: null })
        {
            message = message.Then(MissingFolderTexts.AdministratorsOwn);
        }

        return new ZimbraFaultException(
            fault,
            "GetFolderRequest",
            message.Then(remedy ?? ZimbraFaultCodes.RemedyFor(ZimbraFaultCodes.NoSuchFolder))
        );
    }

    private static LocalizedText Remedy(FolderReference reference, Folder tree)
    {
        IReadOnlyList<NearFolder> near = NearestFolders.Find(tree, reference.IsId ? "" : reference.Path.Value);
        if (near.Count == 0)
        {
            return MissingFolderTexts.NoCalendar;
        }

        if (reference.IsId)
        {
            return MissingFolderTexts.Calendars(
                LocalizedText.Join(", ", near.Select(each => MissingFolderTexts.Numbered(each.Path, each.Id)))
            );
        }

        string asked = Accents.Decompose(reference.Path.Value);
        return near[0].IsTranslation ? MissingFolderTexts.Translated(near[0].Path, reference.Path.Segments[0])
            : near.FirstOrDefault(each => string.Equals(Accents.Decompose(each.Path), asked, StringComparison.OrdinalIgnoreCase))
                is { } same
                ? MissingFolderTexts.SameLooking(PathEscaping.Escape(same.Path))
            : MissingFolderTexts.Nearest(LocalizedText.Join(", ", near.Select(each => MissingFolderTexts.Named(each.Path))));
    }
}
