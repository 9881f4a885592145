using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// What an administrator may do with an entry of the directory (urn:zimbraAdmin GetEffectiveRightsRequest). A delegated administrator needs
/// the right <c>checkRightUsr</c> on the account that is asked about, be it its own.
/// </summary>
public sealed record GetEffectiveRightsRequest : ZimbraRequest<GetEffectiveRightsResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetEffectiveRightsRequest", ZimbraNamespace.Admin, RetrySafety.Safe);

    /// <summary>The entry (<c>target</c>).</summary>
    public required RightTarget Target { get; init; }

    /// <summary>The administrator's account, by name (<c>grantee</c>); null for who asks.</summary>
    public string? Administrator { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        Target.Write(writer);
        if (Administrator is { } name)
        {
            using (writer.Open("grantee"))
            {
                writer.Attribute("by", "name");
                writer.Text("grantee", name);
            }
        }
    }

    internal override GetEffectiveRightsResponse ReadResponse(ResponseElement response)
    {
        ResponseElement target = response.RequiredChild("target");
        ResponseElement? sets = target.Child("setAttrs");
        ResponseElement? gets = target.Child("getAttrs");
        return new()
        {
            Administrator = response.RequiredChild("grantee").RequiredText("name"),
            Rights = [.. Names(target, "right")],
            Settable = [.. Names(sets, "a")],
            SetsAll = sets?.Flag("all") ?? false,
            Readable = [.. Names(gets, "a")],
            ReadsAll = gets?.Flag("all") ?? false,
        };
    }

    private static IEnumerable<string> Names(ResponseElement? parent, string element) =>
        parent?.Children(element).Select(child => child.RequiredText("n")) ?? [];
}
