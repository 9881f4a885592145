using System.Text;
using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Manifests;

/// <summary>Lists as spreadsheets write them.</summary>
public sealed class ListTests : IDisposable
{
    private const string Entry =
        "version: 1\ntimezone: Europe/Paris\nshares:\n  - { file: members.csv, owners: [bureau@monasso.org], calendars: [/my-events], ";

    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("guest;owner\nm@example.com;x@monasso.org\n", "members.csv:1:7: the list may not have the column 'owner'")]
    [InlineData("guest,rights\nm@example.com,rw\n", "members.csv:1:7: the list may not have the column 'rights'")]
    [InlineData("guests;expires\nm@example.com;\n", "members.csv:1:1: there is no 'guests' here; did you mean 'guest'?")]
    [InlineData("guest;guest\nm@example.com;n@example.com\n", "members.csv:1:7: 'guest' is there already, at members.csv:1:1")]
    [InlineData("expires\n31/08/2027\n", "members.csv:1: the column 'guest' is missing")]
    [InlineData("guest;expires\nm@example.com;31/08/27\n", "members.csv:2:15: '31/08/27' is no end: write a day as dd/MM/yyyy")]
    [InlineData("guest;expires\nm@example.com;2027-08-31\n", "members.csv:2:15: '2027-08-31' is no end")]
    [InlineData("guest;expires\nm@example.com;08/31/2027\n", "members.csv:2:15: '08/31/2027' is no end")]
    [InlineData("guest;expires\nm@example.com;46265\n", "members.csv:2:15: '46265' is no end")]
    [InlineData("guest;expires\n;31/08/2027\n", "members.csv:2: the row names nobody")]
    [InlineData("guest\nm@example.com;x\n", "members.csv:2:15: this cell is in no column")]
    [InlineData("guest\n=HYPERLINK(\"http://x\")\n", "members.csv:2:1")]
    [InlineData("guest\n=1+1\n", "members.csv:2:1: the cell looks like a formula")]
    [InlineData("guest\n\"m@example.com\n", "members.csv:2:1: a quotation mark that opens here")]
    [InlineData("guest\nMarie <m@example.com>\n", "members.csv:2:1: 'Marie <m@example.com>' is no mail address")]
    public async Task A_row_that_says_more_than_it_may_or_nonsense_is_named(string rows, string expected)
    {
        _files.Add("members.csv", rows);

        string[] errors = await _files.ErrorsAsync($"{Entry} dates: dd/MM/yyyy }}\n");

        Assert.Contains(errors, error => error.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("guest\n=1+1\n"), InlineData("guest;expires\n\"m@example.com;31/08/2027\n"), InlineData("guest;expires\n@m;31/08/2027\n")]
    public async Task A_guest_that_cannot_be_read_was_also_reported_as_missing(string rows)
    {
        _files.Add("members.csv", rows);

        string error = Assert.Single(await _files.ErrorsAsync($"{Entry} dates: dd/MM/yyyy }}\n"));

        Assert.StartsWith("members.csv:2:1: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dd/MM/yy"), InlineData("dd/MM"), InlineData("dd/MM/yyyy HH"), InlineData("dd/dd/yyyy"), InlineData("dd/MM/yyyyy")]
    public async Task Dates_have_years_of_four_digits(string format)
    {
        _files.Add("members.csv", "guest\nm@example.com\n");

        Assert.Contains(
            "years of two digits",
            Assert.Single(await _files.ErrorsAsync($"{Entry} dates: {format} }}\n")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rights_and_owners_of_rows_stay_within_their_bounds()
    {
        _files.Add(
            "members.csv",
            "owner;guest;rights\nbureau@monasso.org;a@example.com;rw\n"
                + "bureau@monasso.org;b@example.com;rwi\nx@elsewhere.org;c@example.com;r\n"
        );

        Assert.Equal(
            [
                "members.csv:3:34: the rights 'rwi' are more than 'rw', which shares.yaml:4:5 allows.",
                "members.csv:4:1: 'x@elsewhere.org' is not among what shares.yaml:4:5 allows.",
            ],
            await _files.ErrorsAsync($"{Entry} columns: [owner, guest, rights], max-rights: rw }}\n")
        );
    }

    [Fact]
    public async Task A_French_spreadsheet_is_read_as_it_saves()
    {
        _files.Add(
            "members.csv",
            Encoding.Latin1.GetBytes(
                "Guest;Expires;Note\r\nm@example.com;31/08/2027;\"Réunion ; \"\"été\"\"\r\nà midi\"\r\n;;\r\nali@free.fr;;\r\n"
            )
        );

        IReadOnlyList<DesiredShare> shares = await _files.SharesAsync(
            $"{Entry} dates: dd/MM/yyyy, columns: [guest, expires, note] }}\n",
            options: new() { Encoding = TextEncoding.Windows1252 }
        );

        Assert.Equal(["m@example.com", "ali@free.fr"], shares.Select(share => share.Grantee.Name));
        Assert.Equal("Réunion ; \"été\"\r\nà midi", shares[0].Note);
        Assert.Equal("members.csv:5:1", shares[1].Location.ToString());
    }

    [Fact]
    public async Task A_byte_of_another_encoding_is_named_with_its_line()
    {
        _files.Add("members.csv", Encoding.Latin1.GetBytes("guest;expires\nm@example.com;\nRéné@example.com;\n\nHélène@example.com;\n"));

        Assert.Equal(
            ["members.csv:3:2: the byte 0xE9 is not UTF-8.", "members.csv:5:2: the byte 0xE9 is not UTF-8."],
            (await _files.ErrorsAsync($"{Entry} }}\n")).Select(error => error.Split(" If")[0])
        );
    }

    [Fact]
    public async Task A_byte_that_windows_1252_does_not_have_is_named()
    {
        _files.Add("members.csv", [.. "guest\n"u8, 0x81, .. "@example.com\n"u8]);

        Assert.StartsWith(
            "members.csv:2:1: the byte 0x81 is not windows-1252",
            Assert.Single(await _files.ErrorsAsync($"{Entry} }}\n", options: new() { Encoding = TextEncoding.Windows1252 })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Mojibake_is_noticed_before_it_is_made()
    {
        _files.Add("members.csv", "guest;expires\nm@example.com;été\n");

        Assert.StartsWith(
            "members.csv: the file is UTF-8, not windows-1252",
            Assert.Single(await _files.ErrorsAsync($"{Entry} }}\n", options: new() { Encoding = TextEncoding.Windows1252 })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task UTF_16_is_refused_and_a_byte_order_mark_is_not()
    {
        _files.Add("members.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("guest\n")]);
        Assert.Contains("UTF-16", Assert.Single(await _files.ErrorsAsync($"{Entry} }}\n")), StringComparison.Ordinal);

        _files.Add("members.csv", [.. Encoding.UTF8.GetPreamble(), .. "guest\tExpires\nm@example.com\tnever\n"u8]);
        Assert.Single(await _files.SharesAsync($"{Entry} }}\n"));
    }

    [Theory]
    [InlineData("guest\n"), InlineData("guest;expires\r\n;\r\n")]
    public async Task A_list_that_lost_its_rows_is_read_as_empty(string rows)
    {
        _files.Add("members.csv", rows);

        Assert.Empty(await _files.SharesAsync($"{Entry} }}\n"));
    }

    [Fact]
    public async Task A_list_can_be_the_whole_manifest()
    {
        IReadOnlyList<DesiredShare> shares = await _files.SharesAsync(
            "owner,calendar,guest,user,public,rights,expires,absent\n"
                + "bureau@monasso.org,/e,m@example.com,,,rw,2027-08-31,\n"
                + "bureau@monasso.org,/e,,t@monasso.org,FAUX,,never,\n"
                + "bureau@monasso.org,/f,,,VRAI,,,\n"
                + "bureau@monasso.org,/f,ali@free.fr,,,,,true\n",
            "shares.csv",
            new() { TimeZone = "Europe/Paris" }
        );

        Assert.Equal(
            ["guest m@example.com", "user t@monasso.org", "public", "guest ali@free.fr"],
            shares.Select(share => share.Grantee.ToString())
        );
        Assert.True(shares[3].IsAbsent);
    }
}
