using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary>Guests' accounts, as results of commands.</summary>
internal static class AccountRecords
{
    public static RecordShape<GuestAccount> Account { get; } =
        new RecordShape<GuestAccount>("account", "A guest's account.")
            .Text("identifier", account => account.Identifier?.Value, Labels.Identifier)
            .Text("guest", account => account.Mail, Labels.Guest)
            .Word("status", account => (GuestStatus?)account.Status, Labels.Status)
            .Text("name", account => account.Name, Labels.Account, isShown: false)
            .Text("displayName", account => account.DisplayName, Labels.Name)
            .Text("id", account => account.Id, Labels.Id, isShown: false)
            .Truth("hasPassword", account => account.HasPassword, Labels.Password)
            .Moment("disabledSince", account => account.DisabledSince, Labels.Status, isShown: false);

    public static RecordShape<GuestChange> Change { get; } =
        new RecordShape<GuestChange>("accountChange", "What was done to a guest's account.")
            .Word("outcome", change => (GuestStep?)change.Step, Labels.Outcome)
            .Text("identifier", change => change.Account.Identifier?.Value, Labels.Identifier)
            .Text("guest", change => change.Account.Mail, Labels.Guest)
            .Word("status", change => (GuestStatus?)change.Account.Status, Labels.Status);

    public static RecordShape<GuestInspection> Inspection { get; } =
        new RecordShape<GuestInspection>("inspection", "What may keep a guest out, or let the server close the account.")
            .Text("identifier", inspection => inspection.Account.Identifier?.Value, Labels.Identifier)
            .Text("guest", inspection => inspection.Account.Mail, Labels.Guest)
            .Word("status", inspection => (GuestStatus?)inspection.Account.Status, Labels.Status)
            .Texts("problems", inspection => inspection.Problems.Select(EnumWords.Of), Labels.Problems)
            .Truth("mountpointsKnown", inspection => inspection.MountpointsKnown, Labels.Mountpoints, isShown: false);

    public static RecordShape<GuestRepair> Repair { get; } =
        new RecordShape<GuestRepair>("repair", "What was repaired, and what remains.")
            .Word("outcome", repair => (GuestStep?)repair.Step, Labels.Outcome)
            .Text("identifier", repair => repair.Account.Identifier?.Value, Labels.Identifier)
            .Text("guest", repair => repair.Account.Mail, Labels.Guest)
            .Number("mountpoints", repair => repair.Mountpoints.Count, Labels.Mountpoints)
            .Texts("problems", repair => repair.Remaining.Select(EnumWords.Of), Labels.Problems);

    public static RecordShape<GuestCreation> Creation { get; } =
        new RecordShape<GuestCreation>("accountCreation", "A guest's account that was made. Its password is in the file.")
            .Word("outcome", creation => (GuestStep?)creation.Step, Labels.Outcome)
            .Text("identifier", creation => creation.Identifier.Value, Labels.Identifier)
            .Text("guest", creation => creation.Account.Mail, Labels.Guest)
            .Word("password", creation => (GuestStep?)creation.Password, Labels.Password)
            .Texts("calendars", creation => creation.Calendars.Select(each => each.Calendar.ToString()), Labels.Calendar)
            .Sentences("warnings", creation => creation.Warnings.Select(warning => warning.Text), Labels.Warnings, isShown: false);

    public static RecordShape<GuestPasswordReset> Reset { get; } =
        new RecordShape<GuestPasswordReset>("passwordReset", "A guest's account with a new password, which is in the file.")
            .Text("identifier", reset => reset.Account.Identifier?.Value, Labels.Identifier)
            .Text("guest", reset => reset.Account.Mail, Labels.Guest)
            .Word("status", reset => (GuestStatus?)reset.Account.Status, Labels.Status)
            .Text("brokenRule", reset => reset.BrokenRule, Labels.Warnings);

    public static RecordShape<GuestRetirement> Retirement { get; } =
        new RecordShape<GuestRetirement>("retirement", "What became of all of a guest's shares, and of the account.")
            .Truth("complete", retirement => retirement.IsComplete, Labels.Complete)
            .Word("account", retirement => (RetiredAccount?)retirement.Account, Labels.Account)
            .Number("revoked", retirement => retirement.Revocations.Count - retirement.Remaining.Count, Labels.Shares)
            .Texts("remaining", retirement => retirement.Remaining.Select(each => each.Access.Folder.ToString()), Labels.Problems);
}
