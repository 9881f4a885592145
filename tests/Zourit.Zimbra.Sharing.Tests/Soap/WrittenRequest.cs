using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>A request whose content is a function.</summary>
internal sealed class WrittenRequest(string name, Action<RequestWriter> write) : IRequestBody
{
    public string Name => name;

    public string Namespace => ZimbraNamespace.Mail;

    public void WriteContent(RequestWriter writer) => write(writer);
}
