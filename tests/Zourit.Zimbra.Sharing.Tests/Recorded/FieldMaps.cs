using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>The fields of all replies, by what they are read into.</summary>
internal static class FieldMaps
{
    private static readonly FieldMap Nothing = new();

    public static FieldMap Of(object response) =>
        response switch
        {
            AuthResponse => Auth,
            AdminAuthResponse => AdminAuth,
            DelegateAuthResponse => DelegateAuth,
            GetAccountInfoResponse => AccountFieldMaps.GetAccountInfo,
            GetInfoResponse => AccountFieldMaps.GetInfo,
            GetShareInfoResponse => AccountFieldMaps.GetShareInfo,
            GetFolderResponse => FolderFieldMaps.Wrapper<GetFolderResponse>(response => response.Folder),
            CreateFolderResponse => FolderFieldMaps.Wrapper<CreateFolderResponse>(response => response.Folder),
            CreateMountpointResponse => FolderFieldMaps.Wrapper<CreateMountpointResponse>(response => response.Mountpoint),
            FolderActionResponse => FolderFieldMaps.Action,
            SearchResponse => MessageFieldMaps.Search,
            GetMsgResponse => MessageFieldMaps.GetMsg,
            AccountResponse => DirectoryFieldMaps.Account,
            DomainResponse => DirectoryFieldMaps.Domain,
            SearchDirectoryResponse => DirectoryFieldMaps.Search,
            CosResponse => DirectoryFieldMaps.Cos,
            GetConfigResponse => DirectoryFieldMaps.Config,
            GetMailboxResponse => DirectoryFieldMaps.Mailbox,
            SetPasswordResponse => new FieldMap().Value<SetPasswordResponse>("message", response => response.Message),
            GetEffectiveRightsResponse => DirectoryFieldMaps.EffectiveRights,
            EndSessionResponse
            or NoOpResponse
            or SendShareNotificationResponse
            or DeleteAccountResponse
            or GrantRightResponse
            or RevokeRightResponse => Nothing,
            _ => throw new ArgumentException($"{response.GetType().Name} has no map.", nameof(response)),
        };

    /// <summary>Named values: <c>&lt;a n="name"&gt;value&lt;/a&gt;</c>.</summary>
    public static FieldMap Named(string name) =>
        new FieldMap().Value<KeyValuePair<string, string>>(name, item => item.Key).Text<KeyValuePair<string, string>>(item => item.Value);

    /// <summary>An element that only holds a list.</summary>
    public static FieldMap List<T>(string item, Func<T, IEnumerable<object?>> items, Func<FieldMap> map) =>
        new FieldMap().Children(item, items, map);

    /// <summary>An element of which only the text counts.</summary>
    public static FieldMap TextOnly { get; } = new FieldMap().Text<string>(text => text);

    private static FieldMap Auth =>
        new FieldMap()
            .Value<AuthResponse>("authToken", response => response.Token)
            .Value<AuthResponse>("lifetime", response => response.Lifetime)
            .Value<AuthResponse>("skin", response => response.Skin)
            .Value<AuthResponse>("csrfToken", response => response.CsrfToken)
            .Value<AuthResponse>("refer", response => response.Server)
            .Value<AuthResponse>("trustedToken", response => response.TrustedToken)
            .Value<AuthResponse>("trustLifetime", response => response.TrustLifetime)
            .Value<AuthResponse>("deviceId", response => response.DeviceId)
            .Value<AuthResponse>("twoFactorAuthRequired", response => response.TwoFactorRequired)
            .Value<AuthResponse>("trustedDevicesEnabled", response => response.TrustedDevicesEnabled)
            .Children<AuthResponse>(
                "prefs",
                response => [response],
                () => List<AuthResponse>("pref", response => response.Preferences.Cast<object>(), () => Named("name"))
            )
            .Children<AuthResponse>(
                "attrs",
                response => [response],
                () => List<AuthResponse>("attr", response => response.Attributes.Cast<object>(), () => Named("name"))
            );

    private static FieldMap AdminAuth =>
        new FieldMap()
            .Value<AdminAuthResponse>("authToken", response => response.Token)
            .Value<AdminAuthResponse>("lifetime", response => response.Lifetime)
            .Value<AdminAuthResponse>("csrfToken", response => response.CsrfToken)
            .Value<AdminAuthResponse>("twoFactorAuthRequired", response => response.TwoFactorRequired);

    private static FieldMap DelegateAuth =>
        new FieldMap()
            .Value<DelegateAuthResponse>("authToken", response => response.Token)
            .Value<DelegateAuthResponse>("lifetime", response => response.Lifetime);
}
