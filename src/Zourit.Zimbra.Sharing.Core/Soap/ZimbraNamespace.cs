namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>XML namespaces of the protocol (docs/protocol.md §1.2).</summary>
internal static class ZimbraNamespace
{
    public const string Envelope = "http://www.w3.org/2003/05/soap-envelope";
    public const string Context = "urn:zimbra";
    public const string Account = "urn:zimbraAccount";
    public const string Mail = "urn:zimbraMail";
    public const string Admin = "urn:zimbraAdmin";
}
