using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary>
/// What an administrator's rights allow, command by command. The library answers for its operations; a command may take several.
/// </summary>
internal static class CommandRights
{
    private static readonly (string Command, string[] Operations)[] Needs =
    [
        ("doctor", ["Administration.CheckAdministratorAsync"]),
        ("--on-behalf-of", ["Mailbox"]),
        ("plan", ["Mailbox", "Administration.ListPublishedSharesAsync"]),
        ("plan --directory-only", ["Administration.ListPublishedSharesAsync"]),
        ("policy", ["Calendars.CheckPolicyAsync"]),
        ("review", ["Calendars.ReviewAsync"]),
        ("guest diagnose", ["Feeds.DiagnoseAsync"]),
        ("guest diagnose --caldav", ["Feeds.DiagnoseCalDavAsync"]),
        ("account create", ["Guests.CreateAsync", "Guests.GetPasswordPolicyAsync"]),
        ("account list", ["Guests.FindAllAsync"]),
        ("account inspect", ["Guests.InspectAsync"]),
        ("account repair", ["Guests.RepairAsync"]),
        ("account reset-password", ["Guests.SetPasswordAsync", "Guests.GetPasswordPolicyAsync"]),
        ("account suspend", ["Guests.SuspendAsync"]),
        ("account resume", ["Guests.ResumeAsync"]),
        ("account retire", ["Guests.RetireAsync", "Guests.ListAccessAsync"]),
    ];

    /// <summary>A check for each command, and for acting on behalf of an owner.</summary>
    public static IEnumerable<Doctor.DoctorCheck> Of(AdministratorCheck rights) =>
        Needs.Select(need =>
        {
            NeededRight[] missing =
            [
                .. need
                    .Operations.SelectMany(name => rights.Operations.Single(operation => operation.Operation == name).Missing)
                    .Distinct(),
            ];
            string names = string.Join(", ", missing.Select(right => right.ToString()));
            return new Doctor.DoctorCheck(
                $"right.{need.Command}",
                missing.Length == 0,
                missing.Length == 0 ? Sentence.Of($"allowed", $"autorisé") : Sentence.Of($"missing: {names}", $"il manque : {names}")
            );
        });
}
