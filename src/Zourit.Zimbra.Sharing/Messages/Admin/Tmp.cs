// L2: stands in until your requests land; delete this file then (and adapt Sessions/*Login.cs if names differ).
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Wire;
namespace Zourit.Zimbra.Sharing.Messages.Admin;
#pragma warning disable CS1591
public sealed record AdminAuthRequest : ZimbraRequest<AdminAuthResponse>
{
    private static readonly ZimbraOperation Descriptor = new("AuthRequest", ZimbraNamespace.Admin, RepeatRule.Safe) { CarriesToken = false };
    public string? Name { get; init; }
    public Secret? Password { get; init; }
    internal override ZimbraOperation Operation => Descriptor;
    internal override void WriteContent(RequestWriter writer) { writer.Element("name", Name); writer.Element("password", Password); }
    internal override AdminAuthResponse ReadResponse(ResponseElement response) => new(response.RequiredSecret("authToken"), response.Milliseconds("lifetime") ?? TimeSpan.Zero, response.Flag("twoFactorAuthRequired") ?? false);
}
public sealed record AdminAuthResponse(Secret Token, TimeSpan Lifetime, bool TwoFactorRequired);
public sealed record DelegateAuthRequest(AccountSelector Account) : ZimbraRequest<DelegateAuthResponse>
{
    private static readonly ZimbraOperation Descriptor = new("DelegateAuthRequest", ZimbraNamespace.Admin, RepeatRule.Safe);
    internal override ZimbraOperation Operation => Descriptor;
    internal override void WriteContent(RequestWriter writer) { Account.Write(writer, "account"); }
    internal override DelegateAuthResponse ReadResponse(ResponseElement response) => new(response.RequiredSecret("authToken"), response.Milliseconds("lifetime") ?? TimeSpan.Zero);
}
public sealed record DelegateAuthResponse(Secret Token, TimeSpan Lifetime);
