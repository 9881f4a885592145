using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Manifests;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Manifests;

public sealed class ManifestErrorTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("calendar", "https://mail1.example.net/home/o@a.org/e.ics?zauthtoken=0_SECRET", "SECRET")]
    [InlineData("guest", "https://mail1.example.net/service/extuserprov/?p=1_SECRET", "SECRET")]
    [InlineData("guest", "marie:Passw0rd@example.com", "Passw0rd")]
    [InlineData("owner", "bureau@monasso.org Passw0rd", "Passw0rd")]
    [InlineData("expires", "Passw0rd", "Passw0rd")]
    [InlineData("Passw0rd", "x", "Passw0rd")]
    [InlineData("rights", "https://u:Passw0rd@mail1.example.net", "Passw0rd")]
    public async Task A_personal_link_or_a_password_in_the_wrong_column_was_quoted_in_the_error(string key, string value, string secret)
    {
        string[] errors = await _files.ErrorsAsync($$"""{"version": 1, "shares": [{"{{key}}": "{{value}}"}]}""");

        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.DoesNotContain(secret, error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notify: yes", "In place of 'yes' write created, never or ensure.")]
    [InlineData("account: yes", "'yes' is not 'true', the only value here: otherwise leave the key out.")]
    public async Task A_wrong_value_was_reported_twice_by_its_shape_and_by_its_reader(string field, string error)
    {
        string[] errors = await _files.ErrorsAsync(
            $$"""
            version: 1
            shares:
              - { {{field}}, owner: bureau@monasso.org, calendar: /my-events, guest: marie@example.com }
            """
        );

        Assert.EndsWith(error, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_errors_are_listed_at_once_each_with_its_place()
    {
        string[] errors = await _files.ErrorsAsync(
            """
            version: 2
            timezon: Europe/Paris
            shares:
              - { owner: bureau, calendar: /my-events, guest: marie@example.com }
              - { owner: bureau@monasso.org, calendar: /my-events, guests: [benevole], rights: rz }
              - { owner: bureau@monasso.org, guest: marie@example.com, expires: 31/08/2027 }
            """
        );

        Assert.Equal(
            [
                "shares.yaml:1:10: In place of '2' write 1.",
                "shares.yaml:2:1: there is no 'timezon' here; did you mean 'timezone'?",
                "shares.yaml:4:14: 'bureau' is no mail address that can be used here: a name in ASCII, "
                    + "'@' and a domain, without a display name.",
                "shares.yaml:5:65: 'benevole' is neither an address nor a group.",
                "shares.yaml:5:84: 'rz' are no rights: write letters of r w i d x a p f, e.g. r or rwidx.",
                "shares.yaml:6:5: one of these is missing: calendar, calendars.",
                "shares.yaml:6:69: '31/08/2027' is no end: write a day as yyyy-MM-dd, or never.",
            ],
            errors
        );
    }

    [Fact]
    public async Task A_contradiction_names_both_places()
    {
        ReadOutcome<Manifest> outcome = await _files.ReadAsync(
            """
            version: 1
            shares:
              - { owner: bureau@monasso.org, calendar: /my-events, guest: marie@example.com, rights: r }
              - { owner: Bureau@monasso.org, calendar: /My-Events, guest: MARIE@example.com, rights: rw }
            """
        );

        ManifestError error = Assert.Single(outcome.Errors);
        Assert.Equal(ManifestErrorCode.Contradiction, error.Code);
        Assert.Equal((4, 3), (error.Location.Line, error.Other!.Value.Line));
        Assert.Contains("'rights' is different", error.Text.ToString(), StringComparison.Ordinal);
        Assert.Contains("shares.yaml:3:63", error.Text.InLanguage("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absent_everywhere_contradicts_a_share_of_one_calendar() =>
        Assert.Contains(
            "there the share is absent from every calendar",
            Assert.Single(
                await _files.ErrorsAsync(
                    """
                    version: 1
                    shares:
                      - { owner: bureau@monasso.org, guest: marie@example.com, absent: true }
                      - { owner: bureau@monasso.org, calendar: /my-events, guest: marie@example.com }
                    """
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("absent: true, rights: r", "leave 'rights' out, or 'absent'")]
    [InlineData("absent: false", "'false' is not 'true', the only value here")]
    [InlineData("absent: \"true\"", "'true' is not 'true'")]
    [InlineData("absent: yes", "'yes' is not 'true'")]
    [InlineData("rights: rwidxa", "leave the right 'a' out")]
    [InlineData("rights: ''", "'' are no rights")]
    [InlineData("rights:", "there is no value")]
    [InlineData("rights: [r]", "a single value must be here")]
    [InlineData("notify: once", "In place of 'once' write created, never or ensure")]
    [InlineData("notify: ensured", "did you mean 'ensure'?")]
    [InlineData("expires: 2027-08-31", "the manifest must name its time zone")]
    [InlineData("expires: 2027-08-31T12:00:00", "is no end")]
    [InlineData("expires: 2027-02-29", "is no end")]
    [InlineData("user: tresor@monasso.org", "'user' cannot be said together with 'guest'")]
    [InlineData("owners: [a@monasso.org]", "'owners' cannot be said together with 'owner'")]
    [InlineData("guest: ali@free.fr", "'guest' is there already, at shares.yaml:3:")]
    [InlineData("public: true", "'public' cannot be said together with 'guest'")]
    [InlineData("recipients: x", "there is no 'recipients' here; there are owner, owners")]
    public async Task A_wrong_line_is_named(string addition, string expected) =>
        Assert.Contains(
            expected,
            string.Join(
                '\n',
                await _files.ErrorsAsync(
                    $$"""
                    version: 1
                    shares:
                      - { owner: bureau@monasso.org, calendar: /my-events, guest: marie@example.com, {{addition}} }
                    """
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("scope: { owners: ['*'] }", "the scope must name at least a domain")]
    [InlineData("scope: { owners: ['*@*'] }", "the scope must name at least a domain")]
    [InlineData("scope: { owners: ['**'] }", "the scope must name at least a domain")]
    [InlineData("scope: { calendars: ['/x'] }", "'owners' is missing")]
    [InlineData("scope: { owners: ['*@monasso.org'], kinds: [guests] }", "did you mean 'guest'?")]
    [InlineData("keep: ['/a:b:c']", "must be GUEST, /CALENDAR:GUEST or /CALENDAR")]
    [InlineData("limits: { removals: 200% }", "neither a whole number nor a percentage")]
    [InlineData("limits: { removals: -1 }", "neither a whole number nor a percentage")]
    [InlineData("groups: { a@b: [x@example.com] }", "the name of a group has no '@'")]
    [InlineData("groups: { a: [marie] }", "'marie' is no mail address")]
    [InlineData("timezone: Europe/Pariss", "did you mean 'Europe/Paris'?")]
    [InlineData("defaults: { rights: x y }", "'x y' are no rights")]
    public async Task A_wrong_setting_is_named(string line, string expected) =>
        Assert.Contains(
            expected,
            string.Join('\n', await _files.ErrorsAsync($"version: 1\n{line}\nshares: []\n")),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Json_is_read_like_YAML_and_its_errors_have_places()
    {
        string[] errors = await _files.ErrorsAsync(
            """
            {
              "version": 1,
              "shares": [
                { "owner": "bureau@monasso.org", "calender": "/my-events", "guest": "marie@example.com", "guest": "x@example.com" },
                { "owner": "bureau@monasso.org", "calendar": "/é", "guest": 5 }
              ]
            }
            """,
            "shares.json"
        );

        Assert.Equal(
            [
                "shares.json:4:5: one of these is missing: calendar, calendars.",
                "shares.json:4:38: there is no 'calender' here; did you mean 'calendar'?",
                "shares.json:4:94: 'guest' is there already, at shares.json:4:64.",
                "shares.json:5:65: '5' is neither an address nor a group.",
            ],
            errors
        );
    }

    [Theory]
    [InlineData("shares.json", "{ \"version\": 1, }", 1)]
    [InlineData("shares.json", "{\n \"a\": \"\\ud800\" }", 2)]
    [InlineData("shares.json", "{\n\n \"é\": tru }", 3)]
    [InlineData("shares.json", "[1", 1)]
    [InlineData("shares.yaml", "version: 1\nshares: [\n", 3)]
    [InlineData("shares.yaml", "version: 1\n\tshares: 1", 2)]
    [InlineData("shares.yaml", "version: 1\nshares:\n\t- { owner: a@b.fr }", 3)]
    [InlineData("shares.yaml", "version: 1\nshares:\n  - owner: a@b.fr\n\tcalendar: /c", 4)]
    [InlineData("shares.yaml", "a: b: c", 1)]
    public async Task What_is_no_document_is_reported_where_it_ends(string name, string text, int line)
    {
        ManifestError error = Assert.Single((await _files.ReadAsync(text, name)).Errors);

        Assert.Equal((ManifestErrorCode.Syntax, line), (error.Code, error.Location.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    public async Task An_empty_file_is_no_manifest(string text) =>
        Assert.Equal(["shares.yaml: the file is empty."], await _files.ErrorsAsync(text));

    [Fact]
    public async Task A_missing_file_is_an_error_as_others_are()
    {
        ReadOutcome<Manifest> outcome = await Manifest.ReadAsync(Path.Combine(_files.Folder, "none.yaml"), cancellationToken: Files.Token);

        Assert.Equal(ManifestErrorCode.NotReadable, Assert.Single(outcome.Errors).Code);
        Assert.Contains("none.yaml", Assert.Throws<FormatException>(outcome.ValueOrThrow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foreign_text_is_cut_and_cannot_steer_a_terminal()
    {
        string error = Assert.Single(
            await _files.ErrorsAsync(
                $$"""
                { "version": 1, "shares": [{ "owner": "\u001b[31m\u202e{{new string(
                    'x',
                    5000
                )}}", "calendar": "/a", "guest": "m@example.com" }] }
                """,
                "shares.json"
            )
        );

        Assert.Contains(@"'\u{1B}[31m\u{202E}xxxxx", error, StringComparison.Ordinal);
        Assert.Contains("xxx…'", error, StringComparison.Ordinal);
        Assert.True(error.Length < 250, error);
    }
}
