using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>Finds the auth token a request comes with: in the SOAP header (XML or JSON), else in a cookie.</summary>
internal static partial class RequestToken
{
    public static async Task<string?> FindAsync(HttpRequest request)
    {
        request.Body.Position = 0;
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        request.Body.Position = 0;
        return InHeader().Match(body) is { Success: true } found
            ? found.Groups["token"].Value
            : request.Cookies["ZM_AUTH_TOKEN"] ?? request.Cookies["ZM_ADMIN_AUTH_TOKEN"];
    }

    [GeneratedRegex(
        """authToken\b[^>]*?(?:>|"\s*:\s*(?:\{[^}]*?"_content"\s*:\s*)?")\s*(?<token>[0-9A-Za-z_]+)""",
        RegexOptions.None,
        1000
    )]
    private static partial Regex InHeader();
}
