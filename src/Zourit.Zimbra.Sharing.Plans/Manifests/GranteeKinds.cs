namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>The kinds by their words.</summary>
internal static class GranteeKinds
{
    public static string Word(GranteeKind kind) =>
        kind switch
        {
            GranteeKind.Guest => "guest",
            GranteeKind.User => "user",
            GranteeKind.Public => "public",
            _ => "unknown",
        };

    public static GranteeKind Read(string word) =>
        word switch
        {
            "guest" => GranteeKind.Guest,
            "user" => GranteeKind.User,
            "public" => GranteeKind.Public,
            _ => GranteeKind.Unknown,
        };
}
