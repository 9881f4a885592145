using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Makes an account (urn:zimbraAdmin CreateAccountRequest). The directory entry is written before the password, so after a lost reply an
/// account without password may exist. Faults: <c>account.ACCOUNT_EXISTS</c>, <c>account.NO_SUCH_DOMAIN</c>,
/// <c>account.INVALID_PASSWORD</c>, <c>account.INVALID_ATTR_VALUE</c>.
/// </summary>
public sealed record CreateAccountRequest : ZimbraRequest<AccountResponse>
{
    private static readonly ZimbraOperation Descriptor = new("CreateAccountRequest", ZimbraNamespace.Admin, RetrySafety.Verifiable);

    /// <summary>The account's name (<c>name</c>), in a primary domain; lower-cased by the server.</summary>
    public required string Name { get; init; }

    /// <summary>The password (<c>password</c>); null makes an account that nobody can log in to.</summary>
    public Secret? Password { get; init; }

    /// <summary>
    /// Further attributes (<c>a n</c>); empty values are dropped by the server, booleans are exactly <c>TRUE</c> or <c>FALSE</c>.
    /// </summary>
    public AttributeList Attributes { get; init; } = AttributeList.Empty;

    internal override ZimbraOperation Operation => Descriptor;

    internal override LocalizedText WhereToLook =>
        LocalizedText.Format(
            $"Look with GetAccountRequest for {Name}: whether it exists, is the one that was wanted, and has its password, which "
                + $"is written "
                + $"last (SetPasswordRequest sets one that is missing).",
            $"Cherchez {Name} par GetAccountRequest : existe-t-il, est-ce bien celui qui était voulu, et a-t-il son mot de passe, qui est "
                + $"écrit en dernier (SetPasswordRequest donne celui qui manque) ?"
        );

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("name", Name);
        writer.Attribute("password", Password);
        Attributes.Write(writer);
    }

    internal override AccountResponse ReadResponse(ResponseElement response) =>
        new() { Account = DirectoryEntry.Read(response.RequiredChild("account")) };
}
