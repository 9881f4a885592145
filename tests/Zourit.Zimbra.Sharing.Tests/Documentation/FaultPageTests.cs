using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>docs/faults.md says what the library does: neither can change without the other.</summary>
public sealed partial class FaultPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Codes { get; } = [.. EveryException.Codes];

    [Fact]
    public void Every_code_has_a_row_and_every_row_a_code()
    {
        Assert.Equal(EveryException.Codes.Order(StringComparer.Ordinal), FaultTables.Faults.Keys.Order(StringComparer.Ordinal));
        Assert.All(FaultTables.Faults, row => Assert.Equal(row.Key, row.Value[0]));
        Assert.All(FaultTables.Faults.Values, cells => Assert.All(cells, Assert.NotEmpty));
    }

    [Fact]
    public void No_anchor_appears_twice() =>
        Assert.Equal(FaultTables.Anchors.Distinct(StringComparer.OrdinalIgnoreCase), FaultTables.Anchors);

    [Theory, MemberData(nameof(Codes))]
    public void A_row_says_of_repeating_and_remedy_what_the_exception_says(string code)
    {
        ZimbraFaultException e = EveryException.Fault(code, "no");
        string[] row = FaultTables.Faults[code];
        string[] reading = FaultTables.Readings[row[2]];

        Assert.Equal<string[]>(reading[2..], [Word(e.IsOutcomeKnown), Word(e.IsSafeToRepeat), Word(e.IsTransient)]);
        Assert.Equal(ZimbraFaultCodes.RemedyFor(code)?.English, row[3]);
        Assert.EndsWith(row[3], e.Message, StringComparison.Ordinal);
        Assert.Equal(
            e.IsSafeToRepeat || row[2] is "look first" or "look first, then later",
            EveryException.Fault(code, "no", isRead: true).IsSafeToRepeat
        );
    }

    [Fact]
    public void Every_word_about_repeating_is_explained_and_used() =>
        Assert.Equal(
            FaultTables.Readings.Keys.Order(StringComparer.Ordinal),
            FaultTables.Faults.Values.Select(row => row[2]).Distinct().Order(StringComparer.Ordinal)
        );

    [Theory, MemberData(nameof(Codes))]
    public void The_library_repeats_by_itself_what_the_page_says_that_it_repeats(string code) =>
        Assert.Equal(
            SaysThatTheLibraryRepeats(FaultTables.Faults[code]),
            RetryRules.MayRepeat(RetrySafety.Converging, EveryException.Fault(code, "no"))
        );

    [Fact]
    public void What_is_not_known_is_never_called_safe() =>
        Assert.All(EveryException.All, e => Assert.True(e.IsOutcomeKnown || !e.IsSafeToRepeat, e.ToString()));

    [Fact]
    public void Every_exception_has_a_row_that_says_of_outcome_and_repeating_what_it_says()
    {
        var rows = FaultTables.Rows.ToDictionary(row => row.Anchor, row => row.Cells);
        foreach (Type type in EveryException.Types)
        {
            ZimbraException[] all = [.. EveryException.All.Where(e => e.GetType() == type)];

            Assert.NotEmpty(all);
            Assert.StartsWith(OneWord(all.Select(e => e.IsOutcomeKnown), "by its"), rows[type.Name][2], StringComparison.Ordinal);
            Assert.StartsWith(OneWord(all.Select(e => e.IsSafeToRepeat), "by its"), rows[type.Name][3], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(typeof(AuthenticationFailure)), InlineData(typeof(InvitationFailure))]
    public void Every_reason_has_a_row_that_says_of_repeating_what_the_exception_says(Type reasons)
    {
        foreach (string reason in Enum.GetNames(reasons).Except(["Unknown"]))
        {
            string[] row = Assert.Single(FaultTables.Rows, row => row.Anchor == $"{reasons.Name}.{reason}").Cells;
            ZimbraException e = Assert.Single(EveryException.All, e =>
                e.HelpLink!.EndsWith($"#{reasons.Name}.{reason}", StringComparison.Ordinal)
            );
            if (row[2] != "by its code" && e is not ZimbraInvitationException { Failure: InvitationFailure.NothingShared })
            {
                Assert.Equal<string[]>(
                    FaultTables.Readings[row[2]][2..],
                    [Word(e.IsOutcomeKnown), Word(e.IsSafeToRepeat), Word(e.IsTransient)]
                );
            }

            Assert.True(
                row[2] == "by its code" || SaysThatTheLibraryRepeats(row) == RetryRules.MayRepeat(RetrySafety.Converging, e),
                reason
            );
        }
    }

    [Fact]
    public void A_share_that_is_not_published_yet_is_worth_waiting_for() =>
        Assert.True(
            new ZimbraInvitationException(
                InvitationFailure.NothingShared,
                new LocalizedText("no"),
                ZimbraFaultCodes.NoShareExists
            ).IsTransient
        );

    [Fact]
    public void Every_exception_leads_to_a_row_of_its_own()
    {
        foreach (ZimbraException e in EveryException.All)
        {
            string anchor = new Uri(e.HelpLink!).Fragment.TrimStart('#');
            Assert.Contains(anchor, FaultTables.Anchors);
            Assert.Equal(
                (e as ZimbraFaultException)?.Code switch
                {
                    null => anchor,
                    _ when e is ZimbraMissingRightException => nameof(ZimbraMissingRightException),
                    "novel.CODE" => "other-codes",
                    var code => code,
                },
                anchor
            );
        }
    }

    [Fact]
    public void The_address_of_the_page_is_that_of_the_repository_at_this_version()
    {
        Assembly assembly = typeof(ZimbraException).Assembly;
        string repository = assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryUrl")
            .Value!;
        string[] version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');
        bool isReleased = !version[0].Contains('-', StringComparison.Ordinal);
        string revision = isReleased ? $"v{version[0]}" : version.ElementAtOrDefault(1) ?? "main";

        Assert.All(EveryException.All, e =>
            Assert.StartsWith($"{repository}/blob/{revision}/{FaultTables.Name}#", e.HelpLink, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_fault_from_the_server_carries_remedy_and_link()
    {
        await using var server = ScriptedServer.Soap(_ => Replies.Fault(ZimbraFaultCodes.CannotGrant, "cannot grant"));
        await using ZimbraClient client = TestClients.WithToken(server);

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            client.SendAsync(FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "ra")), Token)
        );

        Assert.Equal(
            $"FolderActionRequest was refused with mail.CANNOT_GRANT: cannot grant. {ZimbraFaultCodes.RemedyFor(e.Code)}",
            e.Message
        );
        Assert.EndsWith("/docs/faults.md#mail.CANNOT_GRANT", e.HelpLink, StringComparison.Ordinal);
        Assert.True(e.IsOutcomeKnown);
    }

    [Fact]
    public async Task A_fault_that_leaves_the_outcome_open_does_so_only_for_what_changes_something()
    {
        await using var server = ScriptedServer.Soap(request =>
            request.Body.Contains("BatchRequest", StringComparison.Ordinal)
                ? Replies.Soap($"<BatchResponse xmlns=\"urn:zimbra\">{Inner("0")}{Inner("1")}</BatchResponse>")
                : Replies.Fault(ZimbraFaultCodes.Failure)
        );
        await using ZimbraClient client = TestClients.WithToken(server);
        FolderActionRequest change = FolderActionRequest.Revoke("10", "adresse@orange.fr");
        var read = new NoOpRequest();

        Assert.True((await Assert.ThrowsAsync<ZimbraFaultException>(() => client.SendAsync(read, Token))).IsSafeToRepeat);
        Assert.False((await Assert.ThrowsAsync<ZimbraFaultException>(() => client.SendAsync(change, Token))).IsSafeToRepeat);
        var batch = await client.SendAsync(new Messages.BatchRequest([read, change]), Token);
        Assert.True(Assert.Throws<ZimbraFaultException>(() => batch.OutcomeOf(read).ResponseOrThrow()).IsSafeToRepeat);
        Assert.False(Assert.Throws<ZimbraFaultException>(() => batch.OutcomeOf(change).ResponseOrThrow()).IsSafeToRepeat);

        static string Inner(string id) =>
            XElement
                .Parse(Replies.Fault(ZimbraFaultCodes.Failure))
                .Descendants()
                .Where(each => each.Name.LocalName == "Fault")
                .Select(fault =>
                    new XElement(fault.Name, new XAttribute("requestId", id), fault.Elements()).ToString(SaveOptions.DisableFormatting)
                )
                .Single();
    }

    [Fact]
    public void Every_code_that_the_server_was_seen_to_answer_has_a_row() =>
        AssertRows(Recordings.Files("*.http").Select(File.ReadAllText), "<Code>{0}</Code>|\"Code\":\"{0}\"", atLeast: 30);

    [Fact]
    public void Every_code_that_the_fake_answers_has_a_row() =>
        AssertRows(
            Directory
                .EnumerateFiles(Repository.PathTo("src/Zourit.Zimbra.Sharing.Testing"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText),
            "\"{0}\"",
            atLeast: 30
        );

    [Fact]
    public void Every_code_of_the_protocol_s_catalogue_has_a_row()
    {
        string text = File.ReadAllText(Repository.PathTo("docs/protocol.md"));
        int start = text.IndexOf("### 10.1 Catalogue", StringComparison.Ordinal);
        string catalogue = text[start..text.IndexOf("\n`mail.NO_SUCH_GRANT` does", start, StringComparison.Ordinal)];

        // Of several codes in a row only the first has its family before it.
        foreach (string row in catalogue.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            string[] codes = [.. Quoted().Matches(row.Split('|')[1]).Select(match => match.Groups[1].Value)];
            string family = codes[0][..(codes[0].IndexOf('.', StringComparison.Ordinal) + 1)];
            Assert.All(codes.Where(code => code != "ldap.*"), code =>
                Assert.Contains(code.Contains('.', StringComparison.Ordinal) ? code : family + code, FaultTables.Faults.Keys)
            );
        }
    }

    private static void AssertRows(IEnumerable<string> texts, string form, int atLeast)
    {
        var code = new Regex(string.Format(null, form, "(?<code>(?:service|account|mail|ldap)\\.[A-Z][A-Z_]+)"));
        string[] seen = [.. texts.SelectMany(text => code.Matches(text)).Select(match => match.Groups["code"].Value).Distinct()];

        Assert.True(seen.Length >= atLeast, $"only {seen.Length} codes were found");
        Assert.Empty(seen.Except(FaultTables.Faults.Keys));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    private static bool SaysThatTheLibraryRepeats(string[] row) =>
        FaultTables.Readings[row[2]][1].Contains("The library repeats", StringComparison.Ordinal);

    private static string Word(bool flag) => flag ? "true" : "false";

    private static string OneWord(IEnumerable<bool> flags, string several) =>
        flags.Distinct().ToList() switch
        {
            [true] => "yes",
            [false] => "no",
            _ => several,
        };
}
