using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>One request the server knows.</summary>
internal sealed record SoapOperation(Func<SoapCall, XElement, XElement> Run, bool NeedsToken = true, bool NeedsAdmin = false);
