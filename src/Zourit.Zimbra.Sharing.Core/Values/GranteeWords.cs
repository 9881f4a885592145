namespace Zourit.Zimbra.Sharing.Values;

/// <summary>A grantee inside a sentence, as in "shared with …".</summary>
internal static class GranteeWords
{
    public static LocalizedText Of(Grantee grantee) => Of(grantee.Type, grantee.Name ?? grantee.Id);

    public static LocalizedText Of(GranteeType type, string? name) =>
        (type, name) switch
        {
            (GranteeType.Public, _) => new("the public", "le public"),
            (GranteeType.AllAuthenticated, _) => new("all who are signed in", "tous les comptes connectés"),
            (_, null or "") => new("somebody", "quelqu'un"),
            // An access key's name says who was given the key; the key itself is a secret and not part of a listed grant.
            (GranteeType.Key, _) => new LocalizedText("who holds the access key '{0}'", "qui détient la clé d'accès « {0} »").Fill(name),
            (GranteeType.Group, _) => new LocalizedText("the list {0}", "la liste {0}").Fill(name),
            (GranteeType.Cos, _) => new LocalizedText("the class of service {0}", "la classe de service {0}").Fill(name),
            (GranteeType.Domain, _) => new LocalizedText("the domain {0}", "le domaine {0}").Fill(name),
            _ => new LocalizedText(name),
        };
}
