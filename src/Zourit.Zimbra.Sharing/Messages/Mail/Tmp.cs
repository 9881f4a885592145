// L2: stands in until your requests land; delete this file then (and adapt Sessions/*Login.cs if names differ).
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Wire;
namespace Zourit.Zimbra.Sharing.Messages.Mail;
#pragma warning disable CS1591
public sealed record NoOpRequest : ZimbraRequest<NoOpResponse>
{
    private static readonly ZimbraOperation Descriptor = new("NoOpRequest", ZimbraNamespace.Mail, RepeatRule.Safe);
    internal override ZimbraOperation Operation => Descriptor;
    internal override void WriteContent(RequestWriter writer) { }
    internal override NoOpResponse ReadResponse(ResponseElement response) => new();
}
public sealed record NoOpResponse;
public sealed record SendShareNotificationRequest(string I, string A) : ZimbraRequest<SendShareNotificationResponse>
{
    public static SendShareNotificationRequest Created(string i, string a) => new(i, a);
    private static readonly ZimbraOperation Descriptor = new("SendShareNotificationRequest", ZimbraNamespace.Mail, RepeatRule.Verifiable);
    internal override ZimbraOperation Operation => Descriptor;
    internal override void WriteContent(RequestWriter writer) { using (writer.Open("item")) writer.Attribute("id", I);  using (writer.Open("e")) writer.Attribute("a", A); }
    internal override SendShareNotificationResponse ReadResponse(ResponseElement response) => new();
}
public sealed record SendShareNotificationResponse;
