using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Gives a delegated administrator a right (urn:zimbraAdmin GrantRightRequest); needs a global administrator, or one who may hand it on. It
/// acts at once, but searches by that administrator may not see it for 50 seconds. Granting what is granted already changes nothing.
/// </summary>
public sealed record GrantRightRequest : ZimbraRequest<GrantRightResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GrantRightRequest", ZimbraNamespace.Admin, RetrySafety.Converging);

    /// <summary>On what (<c>target</c>). The wrong kind for the right is <c>service.INVALID_REQUEST</c>.</summary>
    public required RightTarget Target { get; init; }

    /// <summary>
    /// The administrator's account, by name (<c>grantee type="usr"</c>). One without <c>zimbraIsDelegatedAdminAccount</c> is
    /// <c>service.INVALID_REQUEST</c>.
    /// </summary>
    public required string Administrator { get; init; }

    /// <summary>The right, e.g. <c>adminLoginAs</c> or <c>get.account.zimbraSharedItem</c>.</summary>
    public required string Right { get; init; }

    /// <summary>The same as a line for the server's shell.</summary>
    public string ZmprovLine => $"zmprov grantRight {Target} usr {Administrator} {Right}";

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer) => Target.WriteRight(writer, Administrator, Right);

    internal override GrantRightResponse ReadResponse(ResponseElement response) => new();
}
