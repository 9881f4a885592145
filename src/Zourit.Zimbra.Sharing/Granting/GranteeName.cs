using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>
/// How callers name a grantee that exists on the server or in an ACL: address, bare name, id, or <c>Name &lt;address&gt;</c>.
/// </summary>
internal static class GranteeName
{
    /// <exception cref="ArgumentException">The text is empty, holds spaces, or cannot be sent.</exception>
    public static string Parse([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? parameter = null)
    {
        Argument.NotBlank(text, parameter);
        string name = GrantSearch.Bare(text).ToLowerInvariant();
        return name.Length > 0 && !name.Any(char.IsWhiteSpace) && XmlText.Problem(name) is null
            ? name
            : throw Argument.Invalid(GuestAddressTexts.NoName(Quoted.Of(text.Trim())), parameter);
    }

    /// <summary>
    /// A bare name with the owner's domain. The server would add the domain of the token's account, which is the administrator's when an
    /// administrator acts for the owner (docs/protocol.md §2.7), and turn a name that it does not know into a guest's share.
    /// </summary>
    public static string? Complete(string? name, string ownerDomain) =>
        name is null || name.Contains('@', StringComparison.Ordinal) || Guid.TryParse(name, out _) ? name : $"{name}@{ownerDomain}";
}
