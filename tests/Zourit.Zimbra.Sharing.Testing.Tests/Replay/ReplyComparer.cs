using System.Globalization;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>Compares an answer of the fake with the recorded one: status, headers that matter, every element, attribute and text.</summary>
internal sealed partial class ReplyComparer(RoleMap roles)
{
    private static readonly string[] ExactHeaders =
    [
        "WWW-Authenticate",
        "Content-Disposition",
        "ETag",
        "Last-Modified",
        "Retry-After",
        "Allow",
        "Location",
    ];

    /// <summary>
    /// Numbers that depend on everything the mailbox went through, operations included that are not played: change numbers (rev, ms, i4ms,
    /// i4next, token), seconds of storing (md), bytes used, messages since the last session. That they are numbers is compared, not which.
    /// </summary>
    private static readonly string[] Counters = ["rev", "ms", "md", "i4ms", "i4next", "token", "used", "recent"];

    /// <summary>What is left of a token's life depends on when it was asked for, and some logins are not recorded.</summary>
    private static readonly TimeSpan LifetimeTolerance = TimeSpan.FromMinutes(1);

    private static readonly string[] ItemIds =
    [
        "id",
        "l",
        "rid",
        "folderId",
        "cid",
        "calItemId",
        "apptId",
        "invId",
        "ciFolder",
        "X-Zimbra-ItemId",
        "ids",
        "itemId",
        "mid",
    ];

    /// <param name="recorded">The real server's answer.</param>
    /// <param name="actual">The fake's answer.</param>
    /// <param name="mailbox">The recorded id of the account whose items bare numbers mean.</param>
    public IReadOnlyList<Difference> Compare(RecordedMessage recorded, RecordedMessage actual, string mailbox)
    {
        var differences = new List<Difference>();
        if (recorded.Status != actual.Status)
            differences.Add(new Difference("status", recorded.StartLine, actual.StartLine));
        CompareHeaders(recorded, actual, mailbox, differences);
        if (!IsPage(recorded))
            CompareBodies(recorded, actual, mailbox, differences);
        return differences;
    }

    /// <summary>
    /// The recordings have the container's error pages and stand-ins for the web client's pages; an installation shows other ones, so only
    /// their heads count.
    /// </summary>
    private static bool IsPage(RecordedMessage recorded) =>
        recorded.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true || IsWebClientPage(recorded);

    private static bool IsWebClientPage(RecordedMessage recorded) =>
        recorded.Text.StartsWith("[web client page stands here", StringComparison.Ordinal);

    private void CompareHeaders(RecordedMessage recorded, RecordedMessage actual, string mailbox, List<Difference> differences)
    {
        foreach (var name in ExactHeaders)
        {
            // Blanks after a value are none of it (RFC 9110): the recording has them, an HTTP client does not.
            var (expected, got) = (recorded.Header(name)?.TrimEnd(), actual.Header(name)?.TrimEnd());
            if (expected != got && (expected is null || got is null || !roles.Matches(expected, got, mailbox, isItemId: false)))
                differences.Add(new Difference($"header {name}", expected, got));
        }
        if (!IsWebClientPage(recorded))
            CompareNormalised("Content-Type", ContentType(recorded), ContentType(actual), differences);
        if (recorded.Status < 400 || recorded.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
            CompareNormalised("Cache-Control", Words(recorded.Header("Cache-Control")), Words(actual.Header("Cache-Control")), differences);
        CompareNormalised("Set-Cookie", Cookies(recorded), Cookies(actual), differences);
        CompareNormalised("X-Zimbra-Csrf-Token", Presence(recorded), Presence(actual), differences);
    }

    private static void CompareNormalised(string name, string? expected, string? got, List<Difference> differences)
    {
        if (expected != got)
            differences.Add(new Difference($"header {name}", expected, got));
    }

    private static string? ContentType(RecordedMessage message) =>
        message.Header("Content-Type")?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string? Words(string? header) =>
        header is null ? null : string.Join(", ", header.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));

    private static string Cookies(RecordedMessage message) =>
        string.Join(
            ", ",
            message
                .All("Set-Cookie")
                .Select(cookie => cookie.Split('=', 2))
                .Select(parts => parts[1].StartsWith(';') ? $"{parts[0]} (emptied)" : parts[0])
                .Order(StringComparer.Ordinal)
        );

    private static string? Presence(RecordedMessage message) => message.Header("X-Zimbra-Csrf-Token") is null ? null : "present";

    private void CompareBodies(RecordedMessage recorded, RecordedMessage actual, string mailbox, List<Difference> differences)
    {
        var cookies = recorded.All("Set-Cookie").Zip(actual.All("Set-Cookie")).ToList();
        foreach (var (expected, got) in cookies)
            roles.Matches(expected.Split(';')[0], got.Split(';')[0], mailbox, isItemId: false);
        Dictionary<string, string> recordedLeaves;
        Dictionary<string, string> actualLeaves;
        try
        {
            recordedLeaves = Open(recorded);
            actualLeaves = Open(actual);
        }
        catch (Exception e) when (e is System.Xml.XmlException or System.Text.Json.JsonException)
        {
            differences.Add(new Difference("body", recorded.Text, actual.Text));
            return;
        }
        foreach (var (place, expected) in recordedLeaves)
        {
            var got = actualLeaves.GetValueOrDefault(place);
            if (!Agree(place, expected, got, Scope(place, recordedLeaves, mailbox)))
                differences.Add(new Difference(place, expected, got));
        }
        foreach (var (place, got) in actualLeaves.Where(leaf => !recordedLeaves.ContainsKey(leaf.Key)))
            differences.Add(new Difference(place, null, got));
    }

    private static Dictionary<string, string> Open(RecordedMessage message)
    {
        var type = message.Header("Content-Type") ?? "";
        if (string.IsNullOrWhiteSpace(message.Text))
            return [];
        return message.Text.TrimStart()[0] switch
        {
            '<' => Leaves.OfXml(message.Text),
            '{' when type.Contains("java", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal) => Leaves.OfJson(
                message.Text
            ),
            _ => Leaves.OfLines(message.Text),
        };
    }

    /// <summary>A folder's number named beside the owner's id is a number in the owner's mailbox.</summary>
    private static string Scope(string place, Dictionary<string, string> leaves, string mailbox)
    {
        var at = Math.Max(place.LastIndexOf('@'), place.LastIndexOf('/'));
        var owner = place[(at + 1)..] switch
        {
            "folderId" => "ownerId",
            "rid" => "zid",
            _ => null,
        };
        return owner is not null && leaves.TryGetValue(place[..(at + 1)] + owner, out var id) ? id : mailbox;
    }

    private bool Agree(string place, string expected, string? got, string mailbox)
    {
        if (got is null)
            return false;
        var name = LastName(place);
        if (name is "Trace")
            return TraceForm().IsMatch(got);
        if (
            place.Contains("/context/session", StringComparison.Ordinal)
            || (name is "s" or "n" or "size" && IsMailPart(place))
            || Counters.Contains(name)
        )
            return expected == got || (IsCount(expected) && IsCount(got));
        if (name is "lifetime")
            return IsCount(expected) && IsCount(got) && (Milliseconds(expected) - Milliseconds(got)).Duration() <= LifetimeTolerance;
        if (name is "crumb")
            return CrumbForm().IsMatch(expected) && CrumbForm().IsMatch(got);
        if (place.Contains("[zimbraPublicServicePort]", StringComparison.Ordinal) && IsCount(expected))
            return IsCount(got) && roles.Learn("port", expected, got);
        if (place.Contains("[zimbraAuthTokens]", StringComparison.Ordinal) && RegisteredToken().IsMatch(expected))
            return RegisteredToken().IsMatch(got);
        if (MessageId().Match(expected) is { Success: true } message)
            return MessageId().Match(got) is { Success: true } other && other.Groups["domain"].Value == message.Groups["domain"].Value;
        return roles.Matches(expected, got, mailbox, IsItemId(name, place)) || expected == got && !IsItemId(name, place);
    }

    private static bool IsItemId(string name, string place) =>
        ItemIds.Contains(name) || (name is "a" && place.Contains("/Error/", StringComparison.Ordinal));

    private static bool IsMailPart(string place) => MailPart().IsMatch(place);

    private static TimeSpan Milliseconds(string value) =>
        TimeSpan.FromMilliseconds(long.Parse(value.TrimStart('#'), CultureInfo.InvariantCulture));

    private static bool IsCount(string value) => CountForm().IsMatch(value);

    private static string LastName(string place)
    {
        var name = place.EndsWith("/text()", StringComparison.Ordinal) ? place[..^"/text()".Length] : place;
        name = name.EndsWith("/_content", StringComparison.Ordinal) ? name[..^"/_content".Length] : name;
        name = name[(Math.Max(name.LastIndexOf('@'), name.LastIndexOf('/')) + 1)..];
        var key = name.IndexOfAny(['[', '#']);
        return key < 0 ? name : name[..key];
    }

    [GeneratedRegex("^[-0-9a-zA-Z]+:[0-9]{13}:[0-9a-f]+$", RegexOptions.None, 2000)]
    private static partial Regex TraceForm();

    [GeneratedRegex("^<[0-9.]+JavaMail\\.root@(?<domain>[^@>]+)>$", RegexOptions.None, 2000)]
    private static partial Regex MessageId();

    [GeneratedRegex("^[0-9]+\\|1[0-9]{12}\\|(10\\.1\\.0|null)$", RegexOptions.None, 2000)]
    private static partial Regex RegisteredToken();

    // A hash over the token.
    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.None, 2000)]
    private static partial Regex CrumbForm();

    [GeneratedRegex("^#?-?[0-9]+$", RegexOptions.None, 2000)]
    private static partial Regex CountForm();

    [GeneratedRegex("/(m|mp|mbx|mbox|hit)(\\[[^]]*\\]|#[0-9]+)?[@/][a-z]+$", RegexOptions.None, 2000)]
    private static partial Regex MailPart();
}
