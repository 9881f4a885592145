using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// A user's token for an administrator (urn:zimbraAdmin DelegateAuthRequest); needs the right <c>adminLoginAs</c>. Use it at the user
/// address; <c>ZimbraClient.Mailbox</c> does all of that. The account's status is checked at use, not here.
/// </summary>
public sealed record DelegateAuthRequest : ZimbraRequest<DelegateAuthResponse>
{
    private static readonly ZimbraOperation Descriptor = new("DelegateAuthRequest", ZimbraNamespace.Admin, RetrySafety.Safe);

    /// <summary>Whose token, by name or id.</summary>
    public required AccountSelector Account { get; init; }

    /// <summary>
    /// How long the token shall live (<c>duration</c>, whole seconds on the wire); the account's own token lifetime is the ceiling. Default
    /// one hour. Nothing but a change of the account's password or status ends it earlier: neither logging out nor the loss of the right.
    /// Ask for as little as you need; the library's own have 15 minutes.
    /// </summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("duration", (long)Duration.TotalSeconds);
        Account.Write(writer, "account");
    }

    internal override DelegateAuthResponse ReadResponse(ResponseElement response) =>
        new() { Token = response.RequiredSecret("authToken"), Lifetime = response.Milliseconds("lifetime") ?? TimeSpan.Zero };
}
