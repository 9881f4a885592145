using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// Whether the server's answer to a grant names the grantee that was asked for, or one that the server makes of it (docs/protocol.md §4.3):
/// the account or group of a guest's address, the account of an alias, a guest of an unknown user. Anything else is the answer to another
/// request.
/// </summary>
internal static class GranteeCheck
{
    /// <exception cref="ZimbraProtocolException">The answer is another request's.</exception>
    public static void Check(FolderActionRequest request, FolderActionResponse answer, SharedFolder folder)
    {
        if (!IsAnswerTo(request, answer, folder))
        {
            throw new ZimbraProtocolException(GrantFailureTexts.OtherAnswer(request, answer, folder)) { Operation = request.OperationName };
        }
    }

    /// <summary>Whether the answer may be this request's.</summary>
    public static bool IsAnswerTo(FolderActionRequest request, FolderActionResponse answer, SharedFolder folder) =>
        FolderIdOf(answer) == folder.Number.Number && Fits(request.NewGrant!, answer, folder);

    private static string FolderIdOf(FolderActionResponse answer) => Values.FolderId.Of(answer.FolderId).Number;

    private static bool Fits(FolderGrant asked, FolderActionResponse answer, SharedFolder folder)
    {
        if (answer.GranteeId is not { } id)
        {
            return true;
        }

        if (asked.Type == GranteeType.Public)
        {
            return id == WellKnownGrantee.Public;
        }

        if (asked.GranteeId is { } given)
        {
            return Same(id, given);
        }

        string name = asked.GranteeName!;
        return asked.Type == GranteeType.Key ? Same(id, name)
            : id.Contains('@', StringComparison.Ordinal) ? Same(id, name)
            : Guid.TryParse(id, out _)
                && id is not (WellKnownGrantee.Public or WellKnownGrantee.AllAuthenticated)
                && (folder.AccountOf(name) is not { } account || Same(id, account.Id));
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
