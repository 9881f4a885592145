using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Takes a right from a delegated administrator (urn:zimbraAdmin RevokeRightRequest). It acts at once; tokens of owners that were made by
/// the right live until their end. What is not granted is <c>account.NO_SUCH_GRANT</c>.
/// </summary>
public sealed record RevokeRightRequest : ZimbraRequest<RevokeRightResponse>
{
    private static readonly ZimbraOperation Descriptor = new("RevokeRightRequest", ZimbraNamespace.Admin, RetrySafety.Converging);

    /// <summary>On what (<c>target</c>). The grant must be on this very target.</summary>
    public required RightTarget Target { get; init; }

    /// <summary>The administrator's account, by name (<c>grantee type="usr"</c>).</summary>
    public required string Administrator { get; init; }

    /// <summary>The right, e.g. <c>adminLoginAs</c> or <c>get.account.zimbraSharedItem</c>.</summary>
    public required string Right { get; init; }

    /// <summary>The same as a line for the server's shell.</summary>
    public string ZmprovLine => $"zmprov revokeRight {Target} usr {Administrator} {Right}";

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer) => Target.WriteRight(writer, Administrator, Right);

    internal override RevokeRightResponse? AlreadyDone(ZimbraFault fault) => fault.Code == "account.NO_SUCH_GRANT" ? new() : null;

    internal override RevokeRightResponse ReadResponse(ResponseElement response) => new();
}
