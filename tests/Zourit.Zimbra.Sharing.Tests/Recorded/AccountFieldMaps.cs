using Zourit.Zimbra.Sharing.Messages.Account;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>The fields of what an account is reported itself and of others' shares (docs/protocol.md §9.1, §9.4).</summary>
internal static class AccountFieldMaps
{
    public static FieldMap GetAccountInfo { get; } =
        new FieldMap()
            .Value<GetAccountInfoResponse>("name", info => info.Name)
            .Undocumented("addresses of the account's mail host, as in GetInfo", "soapURL", "publicURL", "adminSoapURL", "publicMailURL")
            .Children<GetAccountInfoResponse>("attr", info => info.Attributes.Cast<object>(), () => FieldMaps.Named("name"));

    public static FieldMap GetInfo { get; } =
        new FieldMap()
            .Value<GetInfoResponse>("version", info => info.Version)
            .Value<GetInfoResponse>("id", info => info.Id)
            .Value<GetInfoResponse>("name", info => info.Name)
            .Value<GetInfoResponse>("crumb", info => info.Crumb)
            .Value<GetInfoResponse>("lifetime", info => info.Lifetime)
            .Value<GetInfoResponse>("adminDelegated", info => info.IsAdminDelegated)
            .Value<GetInfoResponse>("rest", info => info.RestRoot)
            .Value<GetInfoResponse>("used", info => info.UsedBytes)
            .Value<GetInfoResponse>("prevSession", info => info.PreviousSession)
            .Value<GetInfoResponse>("accessed", info => info.LastAccess)
            .Value<GetInfoResponse>("recent", info => info.RecentMessages)
            .Value<GetInfoResponse>("publicURL", info => info.PublicUrl)
            .Value<GetInfoResponse>("changePasswordURL", info => info.ChangePasswordUrl)
            .Undocumented(
                "limits and switches of the web client",
                "docSizeLimit",
                "attSizeLimit",
                "isSpellCheckAvailable",
                "isTrackingIMAP",
                "pasteitcleanedEnabled"
            )
            .Undocumented(
                "sections that only the web client reads",
                "zimlets",
                "props",
                "identities",
                "signatures",
                "dataSources",
                "childAccounts"
            )
            .Children<GetInfoResponse>("soapURL", info => info.SoapUrls, () => FieldMaps.TextOnly)
            .Children<GetInfoResponse>(
                "cos",
                info => [info],
                () => new FieldMap().Value<GetInfoResponse>("id", info => info.CosId).Value<GetInfoResponse>("name", info => info.CosName)
            )
            .Children<GetInfoResponse>(
                "prefs",
                info => [info],
                () => FieldMaps.List<GetInfoResponse>("pref", info => info.Preferences.Cast<object>(), () => FieldMaps.Named("name"))
            )
            .Children<GetInfoResponse>(
                "attrs",
                info => [info],
                () => FieldMaps.List<GetInfoResponse>("attr", info => info.Attributes.Cast<object>(), () => FieldMaps.Named("name"))
            );

    public static FieldMap GetShareInfo { get; } =
        new FieldMap().Children<GetShareInfoResponse>(
            "share",
            response => response.Shares,
            () =>
                new FieldMap()
                    .Value<ShareInfo>("ownerId", share => share.OwnerId)
                    .Value<ShareInfo>("ownerEmail", share => share.OwnerEmail)
                    .Value<ShareInfo>("ownerName", share => share.OwnerName)
                    .Value<ShareInfo>("folderId", share => share.FolderId)
                    .Value<ShareInfo>("folderUuid", share => share.FolderUuid)
                    .Value<ShareInfo>("folderPath", share => share.FolderPath)
                    .Value<ShareInfo>("view", share => share.View)
                    .Value<ShareInfo>("rights", share => share.Rights)
                    .Value<ShareInfo>("granteeType", share => share.GranteeType)
                    .Value<ShareInfo>("granteeId", share => share.GranteeId)
                    .Value<ShareInfo>("granteeName", share => share.GranteeName)
                    .Value<ShareInfo>("granteeDisplayName", share => share.GranteeDisplayName)
                    .Value<ShareInfo>("activeSyncDisabled", share => share.IsActiveSyncDisabled)
                    .Value<ShareInfo>("mid", share => share.MountpointId)
        );
}
