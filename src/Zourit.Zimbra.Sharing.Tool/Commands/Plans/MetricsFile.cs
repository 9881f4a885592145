using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Plans;

/// <summary>A run in numbers, as Prometheus reads them from a file.</summary>
internal static class MetricsFile
{
    public static byte[] Of(SharingPlan plan, ApplyRecord record, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (ChangeStatus status in Enum.GetValues<ChangeStatus>().Where(status => status != ChangeStatus.Unknown))
        {
            Line($"outcomes{{status=\"{EnumWords.Of(status)}\"}}", record.Of(status));
        }

        Line("mails_sent", record.MailsSent);
        Line("mails_owed", record.MailsOwed);
        Line("unknown_owners", plan.Summary.UnknownOwners);
        Line("removals_left", plan.Summary.TakenAwayLimit - plan.Summary.TakenAway);
        Line("last_run_timestamp_seconds", now.ToUnixTimeSeconds());
        if (record.Exit == ExitCode.Done)
        {
            Line("last_success_timestamp_seconds", now.ToUnixTimeSeconds());
        }

        return Encoding.ASCII.GetBytes(text.ToString());

        void Line(string name, long value) => text.Append(CultureInfo.InvariantCulture, $"zimbra_share_{name} {value}\n");
    }
}
