namespace Zourit.Zimbra.Sharing.Fuzz.Corpora;

/// <summary>Pieces of Zimbra's replies, and of XML that is out to do harm.</summary>
internal static class XmlWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<a>", "</a>", "<folder id=\"1\">", "</folder>", "<link id=\"9\" zid=\"\" rid=\"\"/>", "<acl>", "<grant gt=\"guest\" perm=\"r\" zid=\"a@b.c\"/>",
        "<soap:Fault>", "</soap:Fault>", "<BatchResponse xmlns=\"urn:zimbra\">",
        "<!DOCTYPE a [<!ENTITY x \"y\">]>", "&x;", "&amp;", "&#0;", "&#xD800;", "&#x1F389;", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version=\"1.0\"?>", "<?pi?>",
        "xmlns=\"\"", "xmlns:x=\"urn:x\"", "x:", " requestId=\"1\"",
        " id=\"\"", " more=\"1\"", " expiry=\"0\"", " f=\"i#\"", " l=\"1\"", " view=\"appointment\"", " absFolderPath=\"/\"", " broken=\"1\"", " perm=\"rwidxa\"",
        "\uFEFF", "\uFFFF", "HTTP/1.1 503 Said\n", "HTTP/1.1 302 Said\n",
        "Retry-After: 99999999999\n", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\n", "Content-Type: text/html\n", "Content-Type: ;;;\n", "Content-Encoding: gzip\n",
        "Location: //\n", "account.AUTH_FAILED", "service.AUTH_EXPIRED", "mail.NO_SUCH_FOLDER", "mail.GRANT_EXISTS",
    ];
}
