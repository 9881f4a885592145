using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The words of <see cref="GranteeType"/> on the wire.</summary>
internal static class GranteeTypeWord
{
    public static string Of(GranteeType type) =>
        type switch
        {
            GranteeType.User => "usr",
            GranteeType.Group => "grp",
            GranteeType.Cos => "cos",
            GranteeType.Domain => "dom",
            GranteeType.AllAuthenticated => "all",
            GranteeType.Public => "pub",
            GranteeType.Guest => "guest",
            GranteeType.Key => "key",
            _ => throw Argument.OutOfRange(
                new LocalizedText(
                    "A grant needs one of Zimbra's grantee types.",
                    "Un partage veut un des types de bénéficiaires de Zimbra."
                ),
                type,
                nameof(type)
            ),
        };

    /// <summary>The word, for reports; <c>unknown</c> where none exists.</summary>
    public static string TextOf(GranteeType type) => type == GranteeType.Unknown ? "unknown" : Of(type);

    public static GranteeType Parse(string? word) =>
        word switch
        {
            "usr" => GranteeType.User,
            "grp" => GranteeType.Group,
            "cos" => GranteeType.Cos,
            "dom" => GranteeType.Domain,
            "all" => GranteeType.AllAuthenticated,
            "pub" => GranteeType.Public,
            "guest" => GranteeType.Guest,
            "key" => GranteeType.Key,
            _ => GranteeType.Unknown,
        };
}
