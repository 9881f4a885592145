using System.Globalization;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// What is in the fake's answers where the recorded server gave an id, a token, a uuid: learned from earlier answers, one recorded
/// value for one actual value and back. Times are compared on the replay's own clock, which follows the recording's.
/// </summary>
internal sealed partial class RoleMap
{
    private static readonly string[] Fixed =
    [
        "99999999-9999-9999-9999-999999999999",
        "00000000-0000-0000-0000-000000000000",
        "00000000-1111-2222-3333-444444444444",
        "e00428a1-0c00-11d9-836a-000d93afea2a",
    ];

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(15);

    private readonly Dictionary<(string Role, string Recorded), string> _actual = [];
    private readonly Dictionary<(string Role, string Actual), string> _recorded = [];

    public IEnumerable<(string Recorded, string Actual)> Tokens =>
        _actual.Where(pair => pair.Key.Role == "token").Select(pair => (pair.Key.Recorded, pair.Value));

    /// <summary>Tells that two values stand for each other.</summary>
    /// <returns>False if one of them represents something else already.</returns>
    public bool Learn(string role, string recorded, string actual)
    {
        if (_actual.TryGetValue((role, recorded), out var known))
            return known == actual;
        if (_recorded.ContainsKey((role, actual)))
            return false;
        _actual[(role, recorded)] = actual;
        _recorded[(role, actual)] = recorded;
        return true;
    }

    public string? Actual(string role, string recorded) => _actual.GetValueOrDefault((role, recorded));

    /// <summary>Compares two values whose text agrees but for what has a role, and learns the values that do.</summary>
    /// <param name="recorded">What the real server said.</param>
    /// <param name="actual">What the fake said.</param>
    /// <param name="mailbox">The recorded id of the mailbox whose items are numbered here.</param>
    /// <param name="isItemId">Whether bare numbers are item ids.</param>
    public bool Matches(string recorded, string actual, string mailbox, bool isItemId)
    {
        var parts = isItemId ? PartsWithItemIds() : Parts();
        var expected = parts.Matches(recorded);
        var got = parts.Matches(actual);
        if (expected.Count != got.Count || parts.Replace(recorded, "\u0001") != parts.Replace(actual, "\u0001"))
            return false;
        var agrees = true;
        for (var i = 0; i < expected.Count; i++)
            agrees &= PartMatches(expected[i], got[i], mailbox);
        return agrees;
    }

    /// <summary>The actual values in place of the recorded ones, in a request that is to be sent.</summary>
    public string Translate(string text, string mailbox)
    {
        text = RequestParts()
            .Replace(text, part => part switch
                {
                    { Groups: var groups } when groups["token"].Success => Actual("token", part.Value) ?? part.Value,
                    { Groups: var groups } when groups["csrf"].Success => Actual("csrf", part.Value) ?? part.Value,
                    { Groups: var groups } when groups["item"].Success => $"{Actual("uuid", groups["uuid"].Value) ?? groups["uuid"].Value}:"
                        + $"{Item(groups["uuid"].Value, groups["item"].Value)}",
                    { Groups: var groups } when groups["uuid"].Success => Actual("uuid", part.Value) ?? part.Value,
                    { Groups: var groups } when groups["tag"].Success => $"\"{Actual("tag", groups["tag"].Value) ?? groups["tag"].Value}\"",
                    // A remote folder's number is one of its owner's mailbox, who is named beside it.
                    { Groups: var groups }
                        when groups["before"].Value.Contains("rid", StringComparison.Ordinal)
                            && Owner().Match(text) is { Success: true } owner =>
                        $"{groups["before"].Value}{Item(owner.Groups["id"].Value, groups["id"].Value)}",
                    // The number of an invitation follows that of its appointment.
                    { Groups: var groups } when groups["invite"].Success => $"{groups["before"].Value}{Item(mailbox, groups["id"].Value)}-"
                        + $"{Item(mailbox, groups["invite"].Value)}",
                    { Groups: var groups } => $"{groups["before"].Value}{Item(mailbox, groups["id"].Value)}",
                });
        return text;
    }

    private string Item(string mailbox, string id) => Actual($"item of {mailbox}", id) ?? id;

    private bool PartMatches(Match recorded, Match actual, string mailbox)
    {
        foreach (var kind in (string[])["token", "csrf", "uuid", "moment", "ldap", "ical", "date", "hex", "host", "tag", "iso", "id"])
        {
            if (recorded.Groups[kind].Success != actual.Groups[kind].Success)
                return false;
            if (!recorded.Groups[kind].Success)
                continue;
            var (expected, got) = (recorded.Groups[kind].Value, actual.Groups[kind].Value);
            return kind switch
            {
                "token" => TokenMatches(expected, got),
                "uuid" => UuidMatches(expected, got) && ItemMatches(expected, recorded.Groups["item"].Value, actual.Groups["item"].Value),
                "moment" => Near(Moment(expected), Moment(got)),
                "ldap" => Near(LdapTime(expected), LdapTime(got)),
                "ical" => Near(IcalTime(expected), IcalTime(got)),
                "date" or "iso" => Near(MailTime(expected), MailTime(got)),
                "id" => ItemMatches(mailbox, expected, got),
                // The server's own name for itself beside the address by which it is asked.
                "host" => Learn($"host of {expected.Split(':')[0]}", expected, got),
                _ => Learn(kind, expected, got),
            };
        }
        return true;
    }

    private bool UuidMatches(string recorded, string actual) =>
        Fixed.Contains(recorded) || Fixed.Contains(actual) ? recorded == actual : Learn("uuid", recorded, actual);

    private bool ItemMatches(string mailbox, string recorded, string actual)
    {
        if (recorded.Length == 0 || actual.Length == 0)
            return recorded == actual;
        if (IsWellKnown(recorded) || IsWellKnown(actual))
            return recorded == actual;
        return Learn($"item of {mailbox}", recorded, actual);
    }

    // Ids below 256 are the folders every mailbox is born with.
    private static bool IsWellKnown(string id) => int.Parse(id, CultureInfo.InvariantCulture) < 256;

    private bool TokenMatches(string recorded, string actual)
    {
        Learn("token", recorded, actual);
        var expected = TokenContent.Read(recorded);
        var got = TokenContent.Read(actual);
        // The servers of sections 13 to 17 did not know their release.
        if (!expected.ContainsKey("version"))
            got.Remove("version");
        return expected.Keys.SequenceEqual(got.Keys) && expected.Keys.All(name => TokenFieldMatches(name, expected[name], got[name]));
    }

    private bool TokenFieldMatches(string name, string recorded, string actual) =>
        name switch
        {
            "exp" => Near(Moment(recorded), Moment(actual)),
            "tid" => actual.All(char.IsAsciiDigit),
            "id" or "aid" => UuidMatches(recorded, actual),
            "fid" => IsWellKnown(recorded) ? recorded == actual : actual.All(char.IsAsciiDigit),
            _ => recorded == actual,
        };

    private static DateTimeOffset Moment(string milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));

    private static DateTimeOffset LdapTime(string text) => Parse(text.Split('.')[0].TrimEnd('Z'), "yyyyMMddHHmmss");

    private static DateTimeOffset MailTime(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset IcalTime(string text) => Parse(text, "yyyyMMdd'T'HHmmss'Z'");

    private static DateTimeOffset Parse(string text, string form) =>
        DateTimeOffset.ParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static bool Near(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() <= ClockTolerance;

    private const string Common =
        "(?<token>[0-9]_[0-9a-f]{40}_[0-9a-f]+)|(?<csrf>[0-9]_[0-9a-f]{40})"
        + "|(?<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?::(?<item>[0-9]+)\\b)?";

    private const string Times =
        "|(?<moment>\\b1[678][0-9]{11}\\b)|(?<ldap>\\b202[5-8][0-9]{10}(\\.[0-9]+)?Z)|(?<ical>\\b202[5-8][0-9]{4}T[0-9]{6}Z)"
        + "|(?<date>\\b\\w{3}, [0-9]{1,2} \\w{3} 202[5-8] [0-9:]{8} "
        + "[-+0-9A-Z]+)|(?<hex>\\b[0-9a-f]{32}\\b)|(?<host>(127\\.0\\.0\\.1|localhost|mail\\.example\\.test):[0-9]+)";

    [GeneratedRegex("zid\"?[:=]\\s*\"(?<id>[0-9a-f-]{36})\"", RegexOptions.None, 2000)]
    private static partial Regex Owner();

    // The etags and ctags of CalDAV are pairs of change numbers.
    private const string Tags =
        "|(?<iso>\\b202[5-8]-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\+00:00)|(?<tag>(?<![-\\w/:])[0-9]{1,4}-[0-9]{1,4}(?![-\\w/:]))";

    [GeneratedRegex(Common + Times + Tags, RegexOptions.None, 2000)]
    private static partial Regex Parts();

    [GeneratedRegex(Common + Times + "|(?<id>\\b[0-9]+\\b)", RegexOptions.None, 2000)]
    private static partial Regex PartsWithItemIds();

    [GeneratedRegex(
        Common
            + """|"(?<tag>[0-9]{1,4}-[0-9]{1,4})"|(?<before>(?:[ ?&](?:id|l|rid|fid|ids|invId|ptrzid)="?|"(?:id|l|rid|ids)":\s*"?|<id>))"""
            + """(?<id>[0-9]{3,})(?:-(?<invite>[0-9]{3,}))?\b""",
        RegexOptions.None,
        2000
    )]
    private static partial Regex RequestParts();
}
