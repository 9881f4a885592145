using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>
/// The <c>context</c> header of an answer: the change number of the requested account's mailbox, if it has one (docs/protocol.md §1.4).
/// </summary>
internal static class ContextElement
{
    private static readonly XNamespace Zimbra = "urn:zimbra";

    public static XElement Of(SoapCall call, SoapSession? session)
    {
        var context = new XElement(Zimbra + "context", session?.Before(call));
        if ((call.Named ?? call.Caller) is { Mailbox: { } mailbox } account)
        {
            context.Add(
                new XElement(
                    Zimbra + "change",
                    new XAttribute("token", mailbox.ChangeNumber),
                    call.Named is null || call.Named == call.Caller ? null : new XAttribute("acct", account.Id)
                )
            );
        }

        context.Add(session?.After(call));
        return context;
    }
}
