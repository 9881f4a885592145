namespace Zourit.Zimbra.Sharing.Testing.Web;

/// <summary>
/// The header in which a port hands on the target of a request as it came over the wire: what comes after it decodes paths in a way that
/// loses <c>+</c> and <c>%2B</c>.
/// </summary>
internal static class RawTarget
{
    public const string Header = "X-Fake-Raw-Target";
}
