using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>Shares, as results of commands.</summary>
internal static class ShareRecords
{
    /// <summary>A share after a command.</summary>
    public static RecordShape<CalendarShare> Share { get; } =
        new RecordShape<CalendarShare>("share", "A share as it is now, and what the command did to it.")
            .Word("outcome", share => (ShareOutcome?)share.Outcome, Labels.Outcome)
            .Text("owner", share => share.Owner, Labels.Owner)
            .Text("calendar", share => share.Path.Value, Labels.Calendar)
            .Text("folderId", share => share.FolderId, Labels.Folder, isShown: false)
            .Word("granteeType", share => (GranteeType?)share.Grantee.Type, Labels.GranteeType, isShown: false)
            .Text("grantee", share => share.Grantee.Name, Labels.Grantee)
            .Text("rights", share => share.Permissions.Letters, Labels.Rights)
            .Moment("expires", share => share.EffectiveExpiry, Labels.Ends)
            .Text("icsAddress", share => share.IcsAddress.Uri.AbsoluteUri, Labels.Address)
            .Text("encryptedAddress", share => share.EncryptedAddress?.Uri.AbsoluteUri, Labels.EncryptedAddress)
            .Text("calDavServer", share => share.CalDavAddress?.ServerRoot.AbsoluteUri, Labels.CalDavServer)
            .Text("calDavAddress", share => share.CalDavAddress?.Uri.AbsoluteUri, Labels.CalDavAddress, isShown: false)
            .Text("identifier", share => (share as GuestShare)?.GuestIdentifier?.Value, Labels.Identifier)
            .Word("login", share => (share as GuestShare)?.Login.Kind, Labels.Login)
            .Word("mail", share => Mail(share)?.Status, Labels.Mail)
            .Sentence("mailReason", share => Mail(share)?.Reason, Labels.Reason)
            .Text("inheritedFrom", share => share.InheritedFrom?.Value, Labels.InheritedFrom)
            .Sentences("warnings", share => share.Warnings.Select(warning => warning.Text), Labels.Warnings, isShown: false);

    /// <summary>A grant that is there.</summary>
    public static RecordShape<CalendarGrant> Grant { get; } =
        new RecordShape<CalendarGrant>("grant", "A share that there is.")
            .Text("owner", grant => grant.Owner, Labels.Owner, isShown: false)
            .Text("calendar", grant => grant.Path.Value, Labels.Calendar)
            .Text("folderId", grant => grant.FolderId, Labels.Folder, isShown: false)
            .Word("granteeType", grant => (GranteeType?)grant.Grantee.Type, Labels.GranteeType)
            .Text("grantee", grant => grant.Grantee.Name ?? grant.Grantee.Id, Labels.Grantee)
            .Text("rights", grant => grant.Permissions.Letters, Labels.Rights)
            .Moment("expires", grant => grant.EffectiveExpiry, Labels.Ends)
            .Truth("expired", grant => grant.IsExpired, Labels.IsExpired, isShown: false)
            .Text("identifier", grant => grant.GuestIdentifier?.Value, Labels.Identifier)
            .Text("icsAddress", grant => grant.IcsAddress.Uri.AbsoluteUri, Labels.Address, isShown: false)
            .Text("inheritedFrom", grant => grant.InheritedFrom?.Value, Labels.InheritedFrom)
            .Truth("orphan", grant => grant.IsOrphan, Labels.Status, isShown: false)
            .Truth("grantPassword", grant => grant.HasGrantPassword, Labels.Password, isShown: false);

    /// <summary>What a revocation did.</summary>
    public static RecordShape<RevokedShare> Revocation { get; } =
        new RecordShape<RevokedShare>("revocation", "What was revoked.")
            .Word("outcome", revoked => (RevocationOutcome?)revoked.Revocation.Outcome, Labels.Outcome)
            .Text("owner", revoked => revoked.Revocation.Owner, Labels.Owner)
            .Text("calendar", revoked => revoked.Revocation.Path.Value, Labels.Calendar)
            .Text("folderId", revoked => revoked.Revocation.FolderId, Labels.Folder, isShown: false)
            .Text("grantee", revoked => revoked.Grantee, Labels.Grantee)
            .Texts("grantees", revoked => revoked.Revocation.Grantees.Select(Name), Labels.Grantee, isShown: false)
            .Word("mail", revoked => (NotificationStatus?)revoked.Revocation.Notification.Status, Labels.Mail)
            .Sentences("warnings", revoked => revoked.Revocation.Warnings.Select(warning => warning.Text), Labels.Warnings, isShown: false);

    /// <summary>What a call would change.</summary>
    public static RecordShape<PlannedShare> Changes { get; } =
        new RecordShape<PlannedShare>("plannedShare", "With --dry-run: what would be done.")
            .Word("outcome", planned => (ShareOutcome?)planned.Changes.Outcome, Labels.Planned)
            .Text("owner", planned => planned.Changes.Owner, Labels.Owner)
            .Text("calendar", planned => planned.Changes.Path.Value, Labels.Calendar)
            .Text("folderId", planned => planned.Changes.FolderId, Labels.Folder, isShown: false)
            .Text("grantee", planned => planned.Grantee, Labels.Grantee)
            .Text("currentRights", planned => planned.Changes.CurrentPermissions?.Letters, Labels.CurrentRights)
            .Text("rights", planned => planned.Changes.Permissions.Letters, Labels.Rights)
            .Moment("currentExpires", planned => planned.Changes.CurrentEffectiveExpiry, Labels.CurrentEnd)
            .Moment("expires", planned => planned.Changes.Expiry, Labels.Ends)
            .Text("mailTo", planned => planned.Changes.MailTo, Labels.MailTo);

    /// <summary>What a revocation would remove.</summary>
    public static RecordShape<PlannedRevocation> RevocationChanges { get; } =
        new RecordShape<PlannedRevocation>("plannedRevocation", "With --dry-run: what would be revoked.")
            .Word("outcome", planned => (RevocationOutcome?)planned.Changes.Outcome, Labels.Planned)
            .Text("owner", planned => planned.Changes.Owner, Labels.Owner)
            .Text("calendar", planned => planned.Changes.Path.Value, Labels.Calendar)
            .Text("folderId", planned => planned.Changes.FolderId, Labels.Folder, isShown: false)
            .Text("grantee", planned => planned.Grantee, Labels.Grantee)
            .Texts("grantees", planned => planned.Changes.Grants.Select(grant => Name(grant.Grantee)), Labels.Grantee, isShown: false)
            .Texts("currentRights", planned => planned.Changes.Grants.Select(grant => grant.Permissions.Letters), Labels.CurrentRights)
            .Text("mailTo", planned => planned.Changes.MailTo, Labels.MailTo)
            .Sentences("warnings", planned => planned.Changes.Warnings.Select(warning => warning.Text), Labels.Warnings, isShown: false);

    /// <summary>A mail about a share.</summary>
    public static RecordShape<ShareNotification> Notification { get; } =
        new RecordShape<ShareNotification>("notification", "What became of a mail.")
            .Word("mail", notification => (NotificationStatus?)notification.Status, Labels.Mail)
            .Text("address", notification => notification.Address, Labels.MailTo)
            .Text("code", notification => notification.Fault?.Code, Labels.Code)
            .Sentence("reason", notification => notification.Reason, Labels.Reason);

    public static string Name(Grantee grantee) => grantee.Name ?? grantee.Id ?? EnumWords.Of(grantee.Type);

    private static ShareNotification? Mail(CalendarShare share) =>
        share switch
        {
            GuestShare guest => guest.Notification,
            UserShare user => user.Notification,
            _ => null,
        };
}
