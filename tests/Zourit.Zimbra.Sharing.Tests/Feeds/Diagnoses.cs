using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>Asks for diagnoses of the shared calendar, and looks at what they found.</summary>
internal static class Diagnoses
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<FeedDiagnosis> Ask(ZimbraClient client, string? password = null) => Ask(client.Feeds, password);

    public static Task<FeedDiagnosis> Ask(FeedClient feeds, string? password = null) =>
        feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            "/my-events",
            SharedCalendar.Mail,
            new() { Password = Secret.FromNullable(password) },
            Token
        );

    public static FeedFinding Cause(FeedDiagnosis diagnosis, FeedFindingCode code)
    {
        FeedFinding? cause = diagnosis.Causes.FirstOrDefault(cause => cause.Code == code);
        Assert.True(
            cause is not null,
            $"{code} is not among: {string.Join(" | ", diagnosis.Findings.Select(finding => $"{finding.Certainty} {finding.Code}"))}"
        );
        Assert.All(new[] { cause.Sentence.English, cause.Sentence.French, cause.Remedy.English, cause.Remedy.French }, text =>
            Assert.DoesNotContain("{", text, StringComparison.Ordinal)
        );
        return cause;
    }

    public static int BasicRequests(SharedCalendar calendar) =>
        calendar.Server.Journal.Entries.Count(entry => entry.RequestHeaders.ContainsKey("Authorization"));

    public static Account VirtualAccount(string name, string mail)
    {
        var account = new Account(name, Guid.NewGuid().ToString()) { Password = "x" };
        account.Attributes["zimbraIsExternalVirtualAccount"] = "TRUE";
        account.Attributes["zimbraExternalUserMailAddress"] = mail;
        return account;
    }
}
