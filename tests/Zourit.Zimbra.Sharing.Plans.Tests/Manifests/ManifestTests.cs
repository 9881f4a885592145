using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Manifests;

public sealed class ManifestTests : IDisposable
{
    private const string Everything = """
        version: 1
        timezone: Europe/Paris
        scope:
          owners: ["*@monasso.org"]
          calendars: ["/my-events", "/benevoles/*"]
          kinds: [guest]
        keep: ["*@partner.example", "/my-events:presidente@orange.fr"]
        limits: { removals: 5% }
        defaults: { rights: r, notify: created }
        groups:
          benevoles: [marie@example.com, ali@free.fr]
        shares:
          - owner: bureau@monasso.org
            calendar: /my-events
            guests: [benevoles, "Adresse@Orange.fr ", marie@example.com]
            expires: 2027-08-31
          - { owner: bureau@monasso.org, calendar: /public, public: true }
          - { owner: bureau@monasso.org, calendar: /my-events, user: tresor@monasso.org, rights: rwidx }
          - { owner: bureau@monasso.org, calendar: /my-events, guest: ancien@free.fr, absent: true }
          - file: members.csv
            owners: [bureau@monasso.org]
            calendars: [/my-events]
            dates: dd/MM/yyyy
        """;

    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task The_manifest_of_the_documentation_says_what_it_should()
    {
        _files.Add("members.csv", "guest;expires\r\nzoe@example.com;31/08/2027\r\n");

        Manifest manifest = (await _files.ReadAsync(Everything)).ValueOrThrow();

        Assert.Equal(
            [
                "/my-events guest marie@example.com r 2027-08-31T22:00Z",
                "/my-events guest ali@free.fr r 2027-08-31T22:00Z",
                "/my-events guest adresse@orange.fr r 2027-08-31T22:00Z",
                "/public public r keep",
                "/my-events user tresor@monasso.org rwidx keep",
                "/my-events guest ancien@free.fr absent",
                "/my-events guest zoe@example.com r 2027-08-31T22:00Z",
            ],
            manifest.Shares.Select(share =>
                $"{share.Calendar} {share.Grantee} "
                + (share.IsAbsent ? "absent" : $"{share.Rights} {share.Expiry.Time?.ToString("yyyy-MM-dd'T'HH:mm'Z'") ?? "keep"}")
            )
        );
        Assert.Equal("members.csv:2:1", manifest.Shares[^1].Location.ToString());
        Assert.True(manifest.Scope!.Holds("x@monasso.org", FolderPath.Parse("/Benevoles/2027"), GranteeKind.Guest));
        Assert.False(manifest.Scope.Holds("x@monasso.org", FolderPath.Parse("/benevoles/2027/mai"), GranteeKind.Guest));
        Assert.False(manifest.Scope.Holds("x@monasso.org", FolderPath.Parse("/my-events"), GranteeKind.Public));
        Assert.True(manifest.Keep[0].Holds(FolderPath.Parse("/x"), PlanGrantee.Guest("a@Partner.example")));
        Assert.False(manifest.Keep[1].Holds(FolderPath.Parse("/x"), PlanGrantee.Guest("presidente@orange.fr")));
        Assert.Equal("5%", manifest.Limits.Removals.ToString());
    }

    [Fact]
    public async Task What_a_line_leaves_out_and_the_defaults_too_is_left_open()
    {
        DesiredShare share = Assert.Single(
            await _files.SharesAsync("version: 1\nshares:\n  - { owner: b@monasso.org, calendar: /e, guest: m@example.com }\n")
        );

        Assert.Null(share.Rights);
        Assert.True(share.Expiry.IsKeep);
        Assert.Equal(NotifyMode.Created, share.Notify);
    }

    [Fact]
    public async Task Defaults_and_groups_may_come_after_the_shares() =>
        Assert.Equal(
            ["rw marie@example.com", "rw ali@free.fr"],
            (
                await _files.SharesAsync(
                    """
                    version: 1
                    shares:
                      - { owner: b@monasso.org, calendar: /e, guests: [all] }
                    groups: { all: [marie@example.com, ali@free.fr, MARIE@example.com] }
                    defaults: { rights: rw }
                    """
                )
            ).Select(share => $"{share.Rights} {share.Grantee.Name}")
        );

    [Theory]
    [InlineData("never", null)]
    [InlineData("2027-03-28", "2027-03-28T22:00:00Z")]
    [InlineData("2027-03-27", "2027-03-27T23:00:00Z")]
    [InlineData("2027-08-31T12:00:00+02:00", "2027-08-31T10:00:00Z")]
    [InlineData("2027-08-31T12:00Z", "2027-08-31T12:00:00Z")]
    public async Task An_end_is_the_midnight_after_that_day_or_a_moment(string text, string? expected)
    {
        ShareExpiry expiry = (
            await _files.SharesAsync(
                "version: 1\ntimezone: Europe/Paris\nshares:\n"
                    + $"  - {{ owner: b@monasso.org, calendar: /e, guest: m@example.com, expires: {text} }}\n"
            )
        )[0].Expiry;

        Assert.Equal(expected is null ? ShareExpiry.Never : ShareExpiry.At(DateTimeOffset.Parse(expected, null)), expiry);
    }

    [Fact]
    public async Task A_day_that_has_no_midnight_ends_when_the_next_begins() =>
        Assert.Equal(
            DateTimeOffset.Parse("2018-11-04T03:00:00Z", null),
            (
                await _files.SharesAsync(
                    "version: 1\ntimezone: America/Sao_Paulo\nshares:\n"
                        + "  - { owner: b@monasso.org, calendar: /e, guest: m@example.com, expires: 2018-11-03 }\n"
                )
            )[0]
                .Expiry
                .Time
        );

    [Theory]
    [
        InlineData(ManifestFormat.Yaml, "again.yaml"),
        InlineData(ManifestFormat.Json, "again.json"),
        InlineData(ManifestFormat.Csv, "again.csv")
    ]
    public async Task What_is_written_reads_the_same(ManifestFormat format, string name)
    {
        _files.Add("members.csv", "guest\nzoe@example.com\n'=odd@example.com\n");
        Manifest manifest = (
            await _files.ReadAsync(
                Everything
                    .Replace("calendar: /public", "calendar: '/a;\"\"b é'", StringComparison.Ordinal)
                    .Replace("\"\"", "'' ", StringComparison.Ordinal)
            )
        ).ValueOrThrow();

        using var written = new MemoryStream();
        manifest.Write(written, format);
        Manifest again = (
            await Manifest.ReadAsync(_files.Add(name, written.ToArray()), new() { TimeZone = "Europe/Paris" }, Files.Token)
        ).ValueOrThrow();

        Assert.Equal(manifest.Shares.Select(Plain), again.Shares.Select(Plain));
        if (format != ManifestFormat.Csv)
        {
            Assert.Equal(manifest.Hash, again.Hash);
        }

        static DesiredShare Plain(DesiredShare share) => share with { Location = default };
    }

    [Fact]
    public async Task The_hash_does_not_depend_on_the_order()
    {
        const string One = "  - { owner: b@monasso.org, calendar: /e, guest: m@example.com }\n";
        const string Other = "  - { owner: b@monasso.org, calendar: /f, guest: m@example.com }\n";
        Manifest first = (await _files.ReadAsync($"version: 1\nshares:\n{One}{Other}")).ValueOrThrow();
        Manifest second = (await _files.ReadAsync($"version: 1\nshares:\n{Other}{One}")).ValueOrThrow();
        Manifest less = (await _files.ReadAsync($"version: 1\nshares:\n{One}")).ValueOrThrow();

        Assert.Equal(first.Hash, second.Hash);
        Assert.NotEqual(first.Hash, less.Hash);
    }
}
