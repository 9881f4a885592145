using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>The fields of accounts, domains and configuration (docs/protocol.md §7).</summary>
internal static class DirectoryFieldMaps
{
    private static FieldMap Entry { get; } =
        new FieldMap()
            .Undocumented("whether the account's mail host is another product's", "isExternal")
            .Value<DirectoryEntry>("name", entry => entry.Name)
            .Value<DirectoryEntry>("id", entry => entry.Id)
            .Hidden<DirectoryEntry>(entry => entry.HiddenAttributes)
            .Children<DirectoryEntry>("a", entry => entry.Attributes.Cast<object>(), () => FieldMaps.Named("n"));

    public static FieldMap Account { get; } =
        new FieldMap().Children<AccountResponse>("account", response => [response.Account], () => Entry);

    public static FieldMap Domain { get; } = new FieldMap().Children<DomainResponse>("domain", response => [response.Domain], () => Entry);

    public static FieldMap Cos { get; } =
        new FieldMap().Children<CosResponse>(
            "cos",
            response => [response],
            () =>
                new FieldMap()
                    .Undocumented("whether accounts never inherit the attribute", "c")
                    .Value<CosResponse>("name", response => response.Cos.Name)
                    .Value<CosResponse>("id", response => response.Cos.Id)
                    .Value<CosResponse>("isDefaultCos", response => response.IsDefault)
                    .Hidden<CosResponse>(response => response.Cos.HiddenAttributes)
                    .Children<CosResponse>(
                        "a",
                        response => response.Cos.Attributes.Cast<object>(),
                        () => FieldMaps.Named("n").Undocumented("whether accounts never inherit the attribute", "c")
                    )
        );

    public static FieldMap Search { get; } =
        new FieldMap()
            .Value<SearchDirectoryResponse>("more", response => response.More)
            .Value<SearchDirectoryResponse>("searchTotal", response => response.Total)
            .Value<SearchDirectoryResponse>("num", response => response.Count)
            .Children<SearchDirectoryResponse>("domain", response => response.Entries.Where(entry => entry.Kind == "domain"), () => Entry)
            .Children<SearchDirectoryResponse>(
                "account",
                response => response.Entries.Where(entry => entry.Kind == "account"),
                () => Entry
            );

    public static FieldMap Config { get; } =
        new FieldMap()
            .Hidden<GetConfigResponse>(response => response.IsHidden ? ["zimbraExternalAccountProvisioningKey"] : [])
            .Children<GetConfigResponse>("a", response => response.Attributes.Cast<object>(), () => FieldMaps.Named("n"));

    public static FieldMap EffectiveRights { get; } =
        new FieldMap()
            .Children<GetEffectiveRightsResponse>(
                "grantee",
                response => [response],
                () =>
                    new FieldMap()
                        .Value<GetEffectiveRightsResponse>("name", response => response.Administrator)
                        .Undocumented("the administrator's id", "id")
            )
            .Children<GetEffectiveRightsResponse>(
                "target",
                response => [response],
                () =>
                    new FieldMap()
                        .Undocumented("the entry that was asked about", "name", "id", "type")
                        .Children<GetEffectiveRightsResponse>(
                            "right",
                            response => response.Rights,
                            () => new FieldMap().Value<string>("n", name => name)
                        )
                        .Children<GetEffectiveRightsResponse>(
                            "setAttrs",
                            response => [response],
                            () => Attributes(response => response.SetsAll, response => response.Settable)
                        )
                        .Children<GetEffectiveRightsResponse>(
                            "getAttrs",
                            response => [response],
                            () => Attributes(response => response.ReadsAll, response => response.Readable)
                        )
            );

    private static FieldMap Attributes(
        Func<GetEffectiveRightsResponse, bool> all,
        Func<GetEffectiveRightsResponse, IEnumerable<string>> names
    ) =>
        new FieldMap()
            .Value<GetEffectiveRightsResponse>("all", response => all(response))
            .Children<GetEffectiveRightsResponse>(
                "a",
                response => names(response),
                () => new FieldMap().Value<string>("n", name => name).Undocumented("what the class of service gives", "default")
            );

    public static FieldMap Mailbox { get; } =
        new FieldMap().Children<GetMailboxResponse>(
            "mbox",
            response => [response],
            () =>
                new FieldMap()
                    .Value<GetMailboxResponse>("mbxid", response => response.MailboxId)
                    .Value<GetMailboxResponse>("s", response => response.Size)
        );
}
