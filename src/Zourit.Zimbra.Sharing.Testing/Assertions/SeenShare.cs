using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Assertions;

/// <summary>A share as a failed assertion names it.</summary>
internal sealed record SeenShare(string Type, string Grantee, IReadOnlyList<string> Names, string Rights)
{
    public bool IsPublic => Type == "pub";

    public static SeenShare Of(ZimbraDirectory directory, AccessGrant grant)
    {
        Account? account = grant.Type == "usr" ? directory.FindAccountById(grant.GranteeId) : null;
        string name =
            grant.Type == "pub"
                ? "the public"
                : account?.Name ?? directory.Groups.FirstOrDefault(group => group.Id == grant.GranteeId)?.Name ?? grant.GranteeId;
        return new(grant.Type, name, [name, .. account?.Aliases ?? []], grant.Rights);
    }

    public bool Is(string grantee) => Type != "pub" && Names.Contains(grantee.Trim(), StringComparer.OrdinalIgnoreCase);

    public bool Has(string rights) => rights.Order().SequenceEqual(Rights.Order());

    public override string ToString() => $"{Grantee} ({Rights})";
}
