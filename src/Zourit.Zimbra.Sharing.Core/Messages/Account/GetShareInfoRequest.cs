using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Account;

/// <summary>
/// What is shared with the account in use (urn:zimbraAccount GetShareInfoRequest). To list what an account shares with others, read the
/// ACLs of its folders instead. Without <see cref="Owner"/> the published data of the domain's accounts answer, which lag behind a grant;
/// with it the folders themselves do.
/// </summary>
public sealed record GetShareInfoRequest : ZimbraRequest<GetShareInfoResponse>
{
    private static readonly ZimbraOperation Descriptor = new("GetShareInfoRequest", ZimbraNamespace.Account, RetrySafety.Safe);

    /// <summary>Only shares of this owner (<c>owner by</c>). The account itself is refused with <c>service.INVALID_REQUEST</c>.</summary>
    public AccountSelector? Owner { get; init; }

    /// <summary>Only shares to this type of grantee (<c>grantee type</c>): <c>usr grp cos dom all pub guest</c>. A guest's virtual account
    /// must ask for <c>guest</c> when it names no owner.</summary>
    public string? GranteeType { get; init; }

    /// <summary>Only shares to the grantee with this id (<c>grantee id</c>).</summary>
    public string? GranteeId { get; init; }

    /// <summary>Only shares to the grantee of this name (<c>grantee name</c>).</summary>
    public string? GranteeName { get; init; }

    /// <summary>Also the account's own shares (<c>includeSelf</c>).</summary>
    public bool? IncludeSelf { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("includeSelf", IncludeSelf);
        if (GranteeType is not null || GranteeId is not null || GranteeName is not null)
        {
            using (writer.Open("grantee"))
            {
                writer.Attribute("type", GranteeType);
                writer.Attribute("id", GranteeId);
                writer.Attribute("name", GranteeName);
            }
        }

        Owner?.Write(writer, "owner");
    }

    internal override GetShareInfoResponse ReadResponse(ResponseElement response) =>
        new()
        {
            Shares =
            [
                .. response
                    .Children("share")
                    .Select(share => new ShareInfo
                    {
                        OwnerId = share.RequiredText("ownerId"),
                        FolderPath = share.RequiredText("folderPath"),
                        FolderId = share.RequiredText("folderId"),
                        OwnerEmail = share.Text("ownerEmail"),
                        OwnerName = share.Text("ownerName"),
                        FolderUuid = share.Text("folderUuid"),
                        View = share.Text("view"),
                        Rights = share.Text("rights"),
                        GranteeType = share.Text("granteeType"),
                        GranteeId = share.Text("granteeId"),
                        GranteeName = share.Text("granteeName"),
                        GranteeDisplayName = share.Text("granteeDisplayName"),
                        IsActiveSyncDisabled = share.Flag("activeSyncDisabled"),
                        MountpointId = share.Text("mid"),
                    }),
            ],
        };
}
