using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>
/// Free/busy over REST (docs/protocol.md §8.8): open to everybody, about the whole account, and friendly about accounts that do not exist.
/// </summary>
internal sealed class FreeBusyFormat(ServerState server, FakeRequest request)
{
    private readonly ZimbraDirectory _directory = server.Directory;
    private readonly IReadOnlyDictionary<string, string> _query = request.Query;

    /// <summary><c>/service/pubcal/freebusy.ifb?acct=…</c>: the same by account name, with a shorter past.</summary>
    public static FakeResponse Public(ServerState server, FakeRequest request) =>
        request.Query.GetValueOrDefault("acct") is { Length: > 0 } name
            ? new FreeBusyFormat(server, request).Answer(
                server.Directory.FindAccount(server.Directory.Complete(name)),
                server.Directory.Complete(name),
                "ifb",
                daysBefore: 7
            )
            : FakeResponse.Error(400, "must specify acct parameter");

    public FakeResponse Answer(Account? owner, string name, string? format, int daysBefore = 31)
    {
        DateTimeOffset from = DateSpecifier.Parse(_query.GetValueOrDefault("start"), _directory.Now) ?? _directory.Now.AddDays(-daysBefore);
        DateTimeOffset to = DateSpecifier.Parse(_query.GetValueOrDefault("end"), _directory.Now) ?? _directory.Now.AddDays(62);
        if (to < from)
        {
            return FakeResponse.Error(400, "end time must be after start time");
        }

        if (to - from > TimeSpan.FromDays(366))
        {
            return FakeResponse.Error(400, "date range too large");
        }

        // The page is the web client's, which is not here (recording 07-47).
        return (
            format == "freebusy"
                ? FakeResponse.Text(
                    200,
                    "text/plain;charset=utf-8",
                    $"[placeholder for the web client page: /h/rest]\nzimbra_target_account_name={name}\n"
                )
                : FakeResponse.Text(200, "text/calendar;charset=utf-8", Component(owner, name, from, to))
        ).With("Cache-Control", "no-store, no-cache");
    }

    private string Component(Account? owner, string name, DateTimeOffset from, DateTimeOffset to)
    {
        // The front rewrites /home to /service/home before the servlet sees its own address.
        string target = request.RawTarget.StartsWith("/service", StringComparison.Ordinal)
            ? request.RawTarget
            : "/service" + request.RawTarget;
        int? only = int.TryParse(_query.GetValueOrDefault("fbcal"), out int calendar) ? calendar : null;
        return FreeBusyText.Write(
            new FreeBusyText.Head("PUBLISH", owner?.Name ?? name, null, _directory.Now, from, to, $"{request.Origin}{target}"),
            owner is null ? [] : BusyTimes.Of(_directory, owner, from, to, only, _query.GetValueOrDefault("exuid"))
        );
    }
}
