using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>What became of a change.</summary>
internal static class OutcomeRecord
{
    public static RecordShape<ChangeOutcome> Shape { get; } =
        new RecordShape<ChangeOutcome>("outcome", "What became of a change of the plan.")
            .Text("id", outcome => outcome.Change.Id, Labels.Id, isShown: false)
            .Text("owner", outcome => outcome.Change.Owner, Labels.Owner)
            .Text("calendar", outcome => outcome.Change.Calendar.Value, Labels.Calendar)
            .Word("granteeType", outcome => (GranteeKind?)outcome.Change.Grantee.Kind, Labels.GranteeType, isShown: false)
            .Text("grantee", outcome => outcome.Change.Grantee.Name, Labels.Grantee)
            .Word("action", outcome => (ChangeAction?)outcome.Change.Action, Labels.Action)
            .Word("status", outcome => (ChangeStatus?)outcome.Status, Labels.Outcome)
            .Word("mail", outcome => (NotificationStatus?)outcome.Mail, Labels.Mail)
            .Truth("owesMail", outcome => outcome.OwesMail, Labels.Mails, isShown: false)
            .Truth("owesAccount", outcome => outcome.OwesAccount, Labels.Account, isShown: false)
            .Text("code", outcome => outcome.FaultCode, Labels.Code, isShown: false)
            .Sentence("reason", outcome => outcome.Reason, Labels.Reason)
            .Truth("transient", outcome => outcome.IsTransient, Labels.Transient, isShown: false);

    public static ExitCode ExitOf(ChangeOutcome outcome) =>
        outcome.Status switch
        {
            ChangeStatus.Stale => ExitCode.Stale,
            ChangeStatus.Postponed => ExitCode.Refused,
            ChangeStatus.Uncertain or ChangeStatus.NotStarted => ExitCode.Incomplete,
            ChangeStatus.Failed when outcome.FaultCode == ZimbraFaultCodes.PermissionDenied => ExitCode.Refused,
            ChangeStatus.Failed => outcome.IsTransient ? ExitCode.Incomplete : ExitCode.NeedsEdit,
            _ => outcome.OwesMail || outcome.OwesAccount ? ExitCode.Incomplete : ExitCode.Done,
        };
}
