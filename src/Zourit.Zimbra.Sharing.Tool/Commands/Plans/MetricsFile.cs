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
    private const string LastSuccess = "last_success_timestamp_seconds";

    /// <summary>Writes the file anew; the last success stays in it until the next.</summary>
    public static async Task WriteAsync(string path, SharingPlan plan, ApplyRecord record, DateTimeOffset now)
    {
        string? success = record.Exit == ExitCode.Done ? Line(LastSuccess, now.ToUnixTimeSeconds()) : await LastSuccessAsync(path);
        await NewFile.WriteAsync(path, Encoding.ASCII.GetBytes($"{Numbers(plan, record, now)}{success}"), CancellationToken.None);
    }

    private static async Task<string?> LastSuccessAsync(string path) =>
        NewFile.IsDevice(path) || !File.Exists(path)
            ? null
            : await File.ReadLinesAsync(path)
                .Where(line => line.StartsWith(Name(LastSuccess), StringComparison.Ordinal))
                .Select(line => $"{line}\n")
                .FirstOrDefaultAsync();

    private static string Numbers(SharingPlan plan, ApplyRecord record, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (ChangeStatus status in Enum.GetValues<ChangeStatus>().Where(status => status != ChangeStatus.Unknown))
        {
            text.Append(Line($"outcomes{{status=\"{EnumWords.Of(status)}\"}}", record.Of(status)));
        }

        return text.Append(Line("mails_sent", record.MailsSent))
            .Append(Line("mails_owed", record.MailsOwed))
            .Append(Line("unknown_owners", plan.Summary.UnknownOwners))
            .Append(Line("removals_left", plan.Summary.TakenAwayLimit - plan.Summary.TakenAway))
            .Append(Line("last_run_timestamp_seconds", now.ToUnixTimeSeconds()))
            .ToString();
    }

    private static string Line(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"{Name(name)} {value}\n");

    private static string Name(string name) => $"zimbra_share_{name}";
}
