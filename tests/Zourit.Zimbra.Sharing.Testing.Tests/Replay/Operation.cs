using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>Names the operation of a recorded request, as operations.txt does.</summary>
internal static partial class Operation
{
    public static string Of(RecordedMessage request)
    {
        var path = request.Target.Split('?')[0];
        if (path.StartsWith("/service/soap", StringComparison.Ordinal) || path.StartsWith("/service/admin/soap", StringComparison.Ordinal))
            return FirstRequest().Match(request.Text) is { Success: true } found ? found.Groups["name"].Value : "envelope";
        foreach (
            var (start, page) in (ReadOnlySpan<(string, string)>)
                [
                    ("/service/extuserprov", "extuserprov"),
                    ("/service/preauth", "preauth"),
                    ("/service/upload", "upload"),
                    ("/dav", "CalDAV"),
                    ("/service/dav", "CalDAV"),
                    ("/principals", "CalDAV"),
                    ("/.well-known", "CalDAV"),
                ]
        )
            if (path.StartsWith(start, StringComparison.Ordinal))
                return $"{page} {request.Method}";
        if (request.Method is "PROPFIND")
            return "CalDAV PROPFIND";
        return $"REST {request.Method} {Format(request.Target, path)}";
    }

    private static string Format(string target, string path)
    {
        if (FormatParameter().Match(target) is { Success: true } named)
            return named.Groups["format"].Value;
        var suffix = Path.GetExtension(path);
        return suffix.Length > 1 && !suffix.Contains('@') ? suffix[1..] : "folder";
    }

    [GeneratedRegex(
        """<(?:[a-z]+:)?(?:Body|body)>\s*<(?:[a-z]+:)?(?<name>\w+Request)\b|"Body":\s*\{\s*"(?<name>\w+Request)""",
        RegexOptions.None,
        2000
    )]
    private static partial Regex FirstRequest();

    [GeneratedRegex("[?&]fmt=(?<format>\\w+)", RegexOptions.None, 2000)]
    private static partial Regex FormatParameter();
}
