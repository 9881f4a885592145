using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Sets an account's password (urn:zimbraAdmin SetPasswordRequest); all its tokens end. A global administrator may break the password
/// policy: the server then says so in <see cref="SetPasswordResponse.Message"/>; a delegated one gets <c>account.INVALID_PASSWORD</c>.
/// </summary>
public sealed record SetPasswordRequest : ZimbraRequest<SetPasswordResponse>
{
    private static readonly ZimbraOperation Descriptor = new("SetPasswordRequest", ZimbraNamespace.Admin, RetrySafety.Converging);

    /// <summary>The account's id (<c>id</c>).</summary>
    public required string AccountId { get; init; }

    /// <summary>The new password (<c>newPassword</c>).</summary>
    public required Secret NewPassword { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("id", AccountId);
        writer.Attribute("newPassword", NewPassword);
    }

    internal override SetPasswordResponse ReadResponse(ResponseElement response) => new() { Message = response.Text("message") };
}
