using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// Takes out of a fault what the request held as a secret. A fault's text goes into an exception's message, and a server may quote in it
/// what it could not take: the directory does so with values.
/// </summary>
internal static class FaultRedactor
{
    // Shorter ones would be found in words that have nothing to do with them; no server takes such passwords.
    private const int ShortestSecret = 4;

    private static readonly string[] Texts = ["Text", "faultstring", "a", "Trace"];

    public static void RemoveFrom(ReplyNode reply, IRequestBody request, ContextHeader header)
    {
        IEnumerable<ReplyNode> faults = reply.Name switch
        {
            "Fault" => [reply],
            "BatchResponse" => reply.Children.Where(child => child.Name == "Fault"),
            _ => [],
        };
        if (!faults.Any())
        {
            return;
        }

        string[] secrets = [.. SecretsOf(request, header)];
        foreach (ReplyNode text in faults.SelectMany(fault => fault.Descendants()).Where(node => Texts.Contains(node.Name)))
        {
            text.Text = secrets.Aggregate(text.Text, (value, secret) => value.Replace(secret, "***", StringComparison.OrdinalIgnoreCase));
        }
    }

    // Written once more to nowhere: only the request itself knows which of its texts are secrets.
    private static IEnumerable<string> SecretsOf(IRequestBody request, ContextHeader header)
    {
        var secrets = new List<Secret>();
        RequestMessage.WriteNowhere(request, secrets);
        if (header.Token is { } token)
        {
            secrets.Add(token);
        }

        // As they are and as they stood in the request; the longest first, since one may be a part of another.
        return secrets
            .Select(secret => secret.Reveal())
            .Where(secret => secret.Length >= ShortestSecret)
            .SelectMany(secret => new[] { secret, AsText(secret), AsText(secret).Replace("\"", "&quot;", StringComparison.Ordinal) })
            .Distinct()
            .OrderByDescending(secret => secret.Length);
    }

    private static string AsText(string secret) =>
        secret
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
