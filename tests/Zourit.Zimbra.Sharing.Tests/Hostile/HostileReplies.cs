using System.Text;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>Replies that are within the limits of size and depth, and are far from what any Zimbra server says.</summary>
internal static class HostileReplies
{
    private const int Size = 31 * 1024 * 1024;
    private const int Deepest = 120;

    public static IReadOnlyDictionary<string, Func<string>> All { get; } =
        new Dictionary<string, Func<string>>
        {
            ["elements"] = () => Body(Repeat("<a/>")),
            ["names"] = () => Body(Numbered(i => $"<a{i:x}/>")),
            ["a long name"] = () => Body($"<{Repeat("a")}/>"),
            ["attributes"] = () => Body($"<a{Numbered(i => $" a{i:x}=''")}/>"),
            ["attributes of several"] = () => Body(Repeat($"<a{string.Concat(Enumerable.Range(0, 900).Select(i => $" a{i}=''"))}/>")),
            ["attributes of one hash"] = () => Body(Repeat($"<a{string.Concat(Enumerable.Range(0, 900).Select(i => $" {i:x8}a=''"))}/>")),
            ["white space in a tag"] = () => Body($"<a{Repeat(" ")}/>"),
            ["references"] = () => Body($"<a>{Repeat("&lt;")}</a>"),
            ["references in an attribute"] = () => Body($"<a b='{Repeat("&#10;")}'/>"),
            ["comments"] = () => Body(Repeat("<!---->")),
            ["instructions"] = () => Body(Repeat("<?a?>")),
            ["cdata"] = () => Body($"<a>{Repeat("<![CDATA[x]]>")}</a>"),
            ["pieces of text"] = () => Body($"<a>{Repeat("x<b/>")}</a>"),
            ["text"] = () => Body($"<a>{Repeat("é")}</a>"),
            ["nesting"] = () => Body(Repeat(Nested("<a>"))),
            ["nesting with namespaces"] = () => Body(Repeat(Nested("<a xmlns='u'>"))),
            ["header"] = () => Envelope(Repeat("<a/>"), "<NoOpResponse xmlns='urn:zimbraMail'/>"),
            ["header attributes"] = () => Envelope($"<a{Numbered(i => $" a{i:x}=''")}/>", "<NoOpResponse xmlns='urn:zimbraMail'/>"),
            ["namespaces"] = () => Body(Repeat("<b:a xmlns:b='u'/>")),
            ["default namespaces"] = () => Body(Numbered(i => $"<a xmlns='u{i:x}'/>")),
            ["fault"] = () => Envelope("", $"<soap:Fault><soap:Reason><soap:Text>{Repeat("s3cr ")}</soap:Text></soap:Reason></soap:Fault>"),
            ["arguments of a fault"] = () =>
                Envelope(
                    "",
                    "<soap:Fault><soap:Reason><soap:Text>no</soap:Text></soap:Reason><soap:Detail><Error xmlns='urn:zimbra'>"
                        + $"<Code>service.FAILURE</Code>{Repeat("<a n='0_given'>0_given</a>")}</Error></soap:Detail></soap:Fault>"
                ),
            ["tokens to remove"] = () => Body(Repeat("<a>0_given</a>")),
        };

    /// <summary>What no reader minds.</summary>
    public static string Harmless() =>
        Body(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<a b='{i}'>&lt;<![CDATA[x]]><!---->{i}</a>")));

    public static string Body(string content) => Envelope("", $"<NoOpResponse xmlns='urn:zimbraMail'>{content}</NoOpResponse>");

    public static string Envelope(string header, string body) =>
        $"<soap:Envelope xmlns:soap='http://www.w3.org/2003/05/soap-envelope'><soap:Header><context xmlns='urn:zimbra'>{header}</context>"
        + $"</soap:Header><soap:Body>{body}</soap:Body></soap:Envelope>";

    public static string Repeat(string text) => new StringBuilder().Insert(0, text, Size / Encoding.UTF8.GetByteCount(text)).ToString();

    public static string Numbered(Func<int, string> text)
    {
        var all = new StringBuilder(Size + 64);
        for (int i = 0; all.Length < Size; i++)
        {
            all.Append(text(i));
        }

        return all.ToString();
    }

    private static string Nested(string tag) =>
        string.Concat(Enumerable.Repeat(tag, Deepest)) + string.Concat(Enumerable.Repeat("</a>", Deepest));
}
