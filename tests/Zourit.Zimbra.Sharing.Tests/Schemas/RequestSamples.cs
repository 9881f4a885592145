using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>
/// Requests of every type, bare and with everything set. <see cref="RequestSampleTests"/> fails when a type or a property is missing here.
/// </summary>
internal static class RequestSamples
{
    private const string Uuid = "39fdafba-83a9-4fac-a6ca-f15bd80d681f";
    private static readonly DateTimeOffset Later = DateTimeOffset.FromUnixTimeMilliseconds(1_798_761_600_000);
    private static readonly AccountSelector Owner = AccountSelector.ByName("événements+1@monasso.org");

    public static IEnumerable<FolderGrant> Grants { get; } =
    [
        FolderGrant.Guest("adresse@orange.fr", "r") with
        {
            Expiry = Later,
            Password = new Secret("gr<&\"ant"),
        },
        FolderGrant.Guest("adresse@orange.fr", "r") with
        {
            Args = new Secret("grant"),
        },
        FolderGrant.Public("r"),
        FolderGrant.AllAuthenticated(""),
        FolderGrant.User("paul@monasso.org", "rwidxap"),
        FolderGrant.Group("liste@monasso.org", "rwix"),
        FolderGrant.Domain("monasso.org", "r"),
        FolderGrant.Cos("default", "f"),
        FolderGrant.Key("Partenaire", "r", accessKey: null),
        FolderGrant.Key("Partenaire", "r", new Secret("s3cret-key")),
        new()
        {
            Type = GranteeType.User,
            GranteeId = Uuid,
            Rights = "rw",
        },
    ];

    public static FolderAcl Acl { get; } =
        new()
        {
            InternalGrantExpiry = Later,
            GuestGrantExpiry = Later,
            Grants =
            [
                .. Grants.Where(grant =>
                    grant.GranteeId is not null
                    || grant.Type is GranteeType.Guest or GranteeType.Key or GranteeType.Public or GranteeType.AllAuthenticated
                ),
            ],
        };

    public static IReadOnlyList<ZimbraRequest> All => [.. Account(), .. Admin(), .. Mail(), .. FolderActions()];

    private static IEnumerable<ZimbraRequest> Account()
    {
        yield return new AuthRequest { Account = Owner, Password = new Secret("pässword <&>\"'") };
        yield return new AuthRequest
        {
            Account = AccountSelector.ById(Uuid),
            Preauth = PreauthValue.Compute(AccountSelector.ById(Uuid), new Secret("0f1e"), Later, new() { Expiry = Later }),
        };
        foreach (
            AccountSelector account in (AccountSelector[])
                [
                    AccountSelector.ByForeignPrincipal("p"),
                    AccountSelector.ByAdminName("zimbra"),
                    AccountSelector.ByAppAdminName("app"),
                    AccountSelector.ByKerberosPrincipal("k@REALM"),
                ]
        )
        {
            yield return new AuthRequest
            {
                Account = account,
                Token = new Secret("0_token"),
                VerifyAccount = true,
            };
        }

        yield return new AuthRequest
        {
            Account = Owner,
            Password = new Secret("x"),
            JwtToken = new Secret("jwt"),
            RecoveryCode = new Secret("code"),
            VirtualHost = "mail.monasso.org",
            Preferences = ["zimbraPrefLocale", "zimbraPrefTimeZoneId"],
            Attributes = ["zimbraFeatureSharingEnabled"],
            RequestedSkin = "harmony",
            TwoFactorCode = new Secret("123456"),
            TrustedToken = new Secret("trusted"),
            DeviceId = "device",
            DeviceTrusted = true,
            GenerateDeviceId = true,
            TokenType = AuthTokenType.Jwt,
            CsrfTokenSecured = true,
            PersistAuthTokenCookie = false,
            IgnoreSameSite = true,
        };
        yield return new AuthRequest
        {
            Account = Owner,
            Password = new Secret("x"),
            TokenType = AuthTokenType.Auth,
        };
        yield return new EndSessionRequest();
        yield return new EndSessionRequest
        {
            LogOff = true,
            All = true,
            ExcludeCurrent = true,
            SessionId = "17",
        };
        yield return new GetAccountInfoRequest { Account = AccountSelector.ByName("paul@asso.org") };
        yield return new GetInfoRequest();
        yield return new GetInfoRequest { Sections = [], Rights = ["viewFreeBusy", "invite"] };
        yield return new GetShareInfoRequest();
        yield return new GetShareInfoRequest
        {
            Owner = Owner,
            GranteeType = "guest",
            GranteeId = Uuid,
            GranteeName = "adresse@orange.fr",
            IncludeSelf = true,
        };
    }

    private static IEnumerable<ZimbraRequest> Admin()
    {
        var attributes = new AttributeList([
            KeyValuePair.Create("displayName", "Asso & Cie"),
            KeyValuePair.Create("+zimbraMailAlias", "a@b.c"),
            KeyValuePair.Create("description", ""),
        ]);
        yield return new AdminAuthRequest { Name = "admin@example.net", Password = new Secret("pw") };
        yield return new AdminAuthRequest
        {
            Account = AccountSelector.ByName("admin@example.net"),
            Password = new Secret("pw"),
            Token = new Secret("0_token"),
            TwoFactorCode = new Secret("123456"),
            VirtualHost = "mail.example.net",
            CsrfTokenSecured = true,
            PersistAuthTokenCookie = true,
        };
        yield return new DelegateAuthRequest { Account = Owner };
        yield return new DelegateAuthRequest { Account = AccountSelector.ById(Uuid), Duration = TimeSpan.FromMinutes(10) };
        yield return new CreateAccountRequest { Name = "adresse.orange.fr@monasso.org" };
        yield return new CreateAccountRequest
        {
            Name = "adresse.orange.fr@monasso.org",
            Password = new Secret("s3cret-Pässword"),
            Attributes = attributes,
        };
        yield return new GetAccountRequest { Account = Owner };
        yield return new GetAccountRequest
        {
            Account = AccountSelector.ById(Uuid),
            ApplyCos = false,
            AttributeNames = ["zimbraId", "mail"],
        };
        yield return new ModifyAccountRequest
        {
            AccountId = Uuid,
            Attributes = new AttributeList([KeyValuePair.Create("zimbraAccountStatus", "active")]),
        };
        yield return new ModifyAccountRequest { AccountId = Uuid, Attributes = attributes };
        yield return new SetPasswordRequest { AccountId = Uuid, NewPassword = new Secret("n3w") };
        yield return new DeleteAccountRequest { AccountId = Uuid };
        yield return new GrantRightRequest
        {
            Target = RightTarget.Domain("monasso.org"),
            Administrator = "pipe@monasso.org",
            Right = "adminLoginAs",
        };
        yield return new RevokeRightRequest
        {
            Target = RightTarget.AccountWithId(Uuid),
            Administrator = "pipe@monasso.org",
            Right = "checkRightUsr",
        };
        yield return new GetEffectiveRightsRequest { Target = RightTarget.Config, Administrator = "pipe@monasso.org" };
        yield return new GetDomainRequest { Domain = DomainSelector.ByName("monasso.org") };
        yield return new GetDomainRequest
        {
            Domain = DomainSelector.ById(Uuid),
            ApplyConfig = true,
            AttributeNames = ["zimbraPreAuthKey"],
        };
        yield return new GetDomainInfoRequest { Domain = DomainSelector.ByVirtualHostname("mail.monasso.org"), ApplyConfig = false };
        yield return new GetDomainInfoRequest { Domain = DomainSelector.ByKerberosRealm("MONASSO.ORG") };
        yield return new GetDomainInfoRequest { Domain = DomainSelector.ByForeignName("f") };
        yield return new GetMailboxRequest { AccountId = Uuid };
        yield return new GetCosRequest { Cos = CosSelector.ByName("defaultExternal") };
        yield return new GetCosRequest { Cos = CosSelector.ById(Uuid), AttributeNames = ["zimbraPasswordMinLength"] };
        yield return new GetConfigRequest { AttributeName = "zimbraExternalAccountProvisioningKey" };
        yield return new SearchDirectoryRequest();
        yield return new SearchDirectoryRequest
        {
            Query = LdapFilter.And(
                LdapFilter.Equal("zimbraIsExternalVirtualAccount", "TRUE"),
                LdapFilter.StartsWith("zimbraSharedItem", "granteeId:a*b<&>")
            ),
            Domain = "monasso.org",
            Types = ["accounts", "aliases"],
            AttributeNames = ["mail"],
            Limit = 50,
            Offset = 100,
            SortBy = "mail",
            SortAscending = false,
            ApplyCos = false,
            MaxResults = 1000,
            CountOnly = true,
        };
    }

    private static IEnumerable<ZimbraRequest> Mail()
    {
        yield return new NoOpRequest();
        yield return new NoOpRequest { RequestId = "7" };
        yield return new GetFolderRequest();
        yield return GetFolderRequest.AtPath("/Événements de l'asso <\"&> 🎉");
        yield return GetFolderRequest.WithId("10");
        yield return new GetFolderRequest
        {
            Id = "1",
            Uuid = Uuid,
            Path = "a/b",
            Depth = 1,
            TraverseMountpoints = true,
            Visible = true,
            View = "appointment",
            NeedGranteeName = false,
        };
        yield return new CreateFolderRequest { Name = "Agenda/2027" };
        yield return new CreateFolderRequest
        {
            Name = "Agenda",
            ParentId = "1",
            View = "appointment",
            Flags = "i#",
            Color = 5,
            Rgb = "#aabbcc",
            SourceUrl = "https://example.net/a.ics?b=1&c=2",
            FetchIfExists = true,
            SyncToUrl = false,
            Acl = Acl,
        };
        yield return new CreateMountpointRequest
        {
            Name = "Agenda de l'asso",
            OwnerId = Uuid,
            RemoteId = "10",
        };
        yield return new CreateMountpointRequest
        {
            Name = "Agenda",
            ParentId = "257",
            OwnerName = "owner@monasso.org",
            RemotePath = "/Calendar",
            View = "appointment",
            Flags = "#",
            Color = 2,
            Rgb = "#112233",
            ShowReminders = true,
            FetchIfExists = true,
        };
        yield return new SendShareNotificationRequest { FolderId = "10", Addresses = [] };
        foreach (ShareNotice notice in Enum.GetValues<ShareNotice>())
        {
            yield return new SendShareNotificationRequest
            {
                FolderId = "10",
                Addresses = ["adresse@orange.fr", "paul@monasso.org"],
                Notice = notice,
                Notes = "Bonjour,\nvoici <b>notre</b> agenda.",
            };
        }

        yield return new SearchRequest
        {
            Query = SearchQuery.All(SearchQuery.InFolder("sent"), SearchQuery.To("a+b@orange.fr"), SearchQuery.After(Later)),
        };
        yield return new SearchRequest
        {
            Query = "in:sent",
            SortBy = "dateAsc",
            Limit = 2,
            Offset = 4,
            Recipients = 0,
            IdsOnly = true,
        };
        yield return new GetMsgRequest { MessageId = "257", Html = true };
        yield return new BatchRequest([]);
        yield return new BatchRequest([
            new GetInfoRequest { RequestId = "a" },
            GetFolderRequest.WithId("10"),
            FolderActionRequest.Grant("10", Grants.First()),
        ])
        {
            OnError = BatchErrorMode.Stop,
            RequestId = "all",
        };
        yield return new BatchRequest([new GetAccountRequest { Account = Owner }, new NoOpRequest()]);
    }

    private static IEnumerable<ZimbraRequest> FolderActions()
    {
        foreach (FolderGrant grant in Grants)
        {
            yield return FolderActionRequest.Grant("10", grant);
        }

        yield return FolderActionRequest.Revoke("10", WellKnownGrantee.Public);
        yield return FolderActionRequest.RevokeOrphanGrants("10", Uuid, GranteeType.User);
        yield return FolderActionRequest.Update("10", new FolderChanges { Acl = new FolderAcl() });
        yield return FolderActionRequest.Update(
            "10",
            new FolderChanges
            {
                Name = "Neuf",
                ParentId = "1",
                Flags = "i#",
                Color = 3,
                Rgb = "#000000",
                View = "appointment",
                Acl = Acl,
            }
        );
        yield return FolderActionRequest.Rename("257", "Neuf");
        yield return FolderActionRequest.Move("257", "1");
        yield return FolderActionRequest.SetColor("257,258", null, "#ff00ff");
        yield return FolderActionRequest.Check("10");
        yield return FolderActionRequest.Uncheck("10");
        yield return FolderActionRequest.SetFreeBusy("10", exclude: true);
        yield return FolderActionRequest.Inherit("257");
        yield return FolderActionRequest.Trash("257");
        yield return FolderActionRequest.Delete("257");
        yield return FolderActionRequest.Empty("257", recursive: false);
        yield return FolderActionRequest.MarkRead("257");
        yield return FolderActionRequest.MarkUnread("257");
        yield return FolderActionRequest.SetSource("257", "https://example.net/a.ics?b=1&c=2", excludeFreeBusy: true);
        yield return FolderActionRequest.Sync("257");
        yield return FolderActionRequest.Import("257", "https://example.net/a.ics");
        yield return FolderActionRequest.SetSync("257", on: true);
        yield return FolderActionRequest.SetSync("257", on: false);
        yield return FolderActionRequest.SetActiveSync("257", disable: true);
        yield return FolderActionRequest.SetActiveSync("257", disable: false);
        yield return FolderActionRequest.SetOfflineDays("257", 30);
    }
}
