using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>One request the server knows.</summary>
/// <param name="Run">Does it.</param>
/// <param name="NeedsToken">Whether anybody may ask.</param>
/// <param name="NeedsAdmin">Whether only an administrator's token will do.</param>
/// <param name="ChecksRights">Whether it knows what delegated administrators may do; what does not is for global ones.</param>
internal sealed record SoapOperation(
    Func<SoapCall, XElement, XElement> Run,
    bool NeedsToken = true,
    bool NeedsAdmin = false,
    bool ChecksRights = false
);
