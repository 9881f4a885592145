namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>Mails that an ordinary owner may put into their own Sent folder, where an administrator's run looks for share mails.</summary>
internal static class HostileMails
{
    private const string Link = "https://mail.example.net/service/extuserprov/?p=0_0123456789abcdef_";

    public static IReadOnlyDictionary<string, Func<string>> All { get; } =
        new Dictionary<string, Func<string>>
        {
            ["text"] = () => Mail(Part("text/html", HostileReplies.Repeat("text "))),
            ["lines"] = () => Mail(Part("text/plain", HostileReplies.Repeat("&gt; \n"))),
            ["escapes"] = () => Mail(Part("text/plain", HostileReplies.Repeat("%3D=3D&amp;lt;-3A_"))),
            ["escapes of escapes"] = () => Mail(Part("text/plain", "urldefense.com/v2/ " + HostileReplies.Repeat("%2525253D=3D3D3D"))),
            ["base64"] = () => Mail(Part("text/plain", HostileReplies.Repeat($"{Base64("service extuserprov " + new string('x', 100))} "))),
            ["base64 of base64"] = () =>
                Mail(Part("text/plain", Base64("service " + Base64("service " + HostileReplies.Repeat("YWJj")))[..(30 * 1024 * 1024)])),
            ["links that are none"] = () => Mail(Part("text/plain", HostileReplies.Repeat(Link))),
            ["a link that does not end"] = () => Mail(Part("text/plain", Link + HostileReplies.Repeat("0123456789abcdef"))),
            ["parts"] = () => Mail(HostileReplies.Repeat(Part("text/plain", new string('x', 50_000)))),
            ["small parts"] = () => Mail(HostileReplies.Repeat(Part("text/plain", "x"))),
        };

    /// <summary>The answer to the search: one mail.</summary>
    public static string Hit =>
        HostileReplies.Envelope(
            "",
            "<BatchResponse xmlns='urn:zimbra'><SearchResponse xmlns='urn:zimbraMail' more='0'><m id='1'/></SearchResponse></BatchResponse>"
        );

    /// <summary>A mail without a link.</summary>
    public static string Harmless() => Mail(Part("text/plain", $"a =3D %3D &amp;amp;\n&gt; {Base64("service " + new string('x', 200))}"));

    private static string Mail(string parts) =>
        HostileReplies.Envelope(
            "",
            "<BatchResponse xmlns='urn:zimbra'><GetMsgResponse xmlns='urn:zimbraMail'>"
                + $"<m id='1'>{parts}</m></GetMsgResponse></BatchResponse>"
        );

    private static string Part(string type, string content) => $"<mp part='1' ct='{type}'><content>{content}</content></mp>";

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(text));
}
