using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>Refuses to take what an administrator may not see (<c>pd="1"</c>) for what is not set.</summary>
internal static class Shown
{
    /// <summary>The same entry, of which the attributes are known.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="administrator">Who asked; null when not known.</param>
    /// <param name="attributes">Those that matter.</param>
    /// <exception cref="ZimbraMissingRightException">One of them has a value that the administrator may not see.</exception>
    public static DirectoryEntry Require(DirectoryEntry entry, string? administrator, params IEnumerable<string> attributes)
    {
        (string type, RightTarget target) = entry.Kind switch
        {
            "domain" => ("domain", RightTarget.Domain(entry.Name)),
            "cos" => ("cos", RightTarget.Cos(entry.Name)),
            _ => ("account", RightTarget.Domain(AccountName.DomainOf(entry.Name))),
        };
        Require(entry.Name, type, target, administrator, attributes.Where(entry.Hides));
        return entry;
    }

    /// <param name="name">The entry's name.</param>
    /// <param name="type">Its type, as rights name it.</param>
    /// <param name="target">On what the rights are granted.</param>
    /// <param name="administrator">Who asked; null when not known.</param>
    /// <param name="hidden">The attributes that matter and are hidden.</param>
    /// <exception cref="ZimbraMissingRightException">There are such.</exception>
    public static void Require(string name, string type, RightTarget target, string? administrator, IEnumerable<string> hidden)
    {
        string[] names = [.. hidden];
        if (names.Length > 0)
        {
            throw ZimbraMissingRightException.LeftOut(
                type switch
                {
                    "domain" => "GetDomainRequest",
                    "cos" => "GetCosRequest",
                    _ => "GetAccountRequest",
                },
                $"{string.Join(", ", names)} of {name} may not be seen; of a global administrator's account no right shows it",
                [.. names.Select(attribute => MissingRights.Grant($"get.{type}.{attribute}", target, administrator))]
            );
        }
    }
}
