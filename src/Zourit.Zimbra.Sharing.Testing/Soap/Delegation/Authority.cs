using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>What the administrator of a request may do: everything, or what its rights allow (docs/protocol.md §C).</summary>
internal sealed class Authority(ZimbraDirectory directory, AdminRights? rights)
{
    private static readonly string[] AdminFlags = ["zimbraIsAdminAccount", "zimbraIsDelegatedAdminAccount"];

    private static readonly Dictionary<string, string> OfResources = new()
    {
        ["adminLoginAs"] = "adminLoginCalendarResourceAs",
        ["changeAccountPassword"] = "changeCalendarResourcePassword",
        ["deleteAccount"] = "deleteCalendarResource",
        ["getAccountInfo"] = "getCalendarResourceInfo",
        ["listAccount"] = "listCalendarResource",
        ["renameAccount"] = "renameCalendarResource",
        ["setAccountPassword"] = "setCalendarResourcePassword",
    };

    /// <summary>A global administrator: no right is asked for.</summary>
    public bool IsGlobal => rights is null;

    public bool Allows(string right, AdminTarget on) => rights?.Allows(RightFor(right, on), on) ?? true;

    public bool Allows(string right, Model.Account on) => Allows(right, AdminTarget.Of(on));

    /// <summary>Whether an attribute's values are shown; otherwise <c>pd="1"</c> replaces them.</summary>
    public bool Shows(AdminTarget on, string attribute) => rights?.Opens(attribute, on, AdminRightKind.Get) ?? true;

    /// <summary>Whether an attribute may be set. The flags that make an administrator are a global administrator's to give.</summary>
    public bool Sets(AdminTarget on, string attribute) =>
        rights is null
        || (!AdminFlags.Contains(attribute, StringComparer.OrdinalIgnoreCase) && rights.Opens(attribute, on, AdminRightKind.Set));

    /// <summary>Whether all attributes of an entry may be read, or set.</summary>
    public bool OpensAll(AdminTarget on, AdminRightKind access) => rights?.OpensAll(on, access) ?? true;

    /// <summary>Whether a right on an entry may be given to others.</summary>
    public bool MayHandOn(AdminRight right, AdminTarget on) => rights?.MayHandOn(right, on) ?? true;

    /// <summary>Whether searches list an entry: by the rights as they were when they were last worked out.</summary>
    public bool Lists(string right, AdminTarget on) =>
        rights is null || (rights.Administrator.IsDelegatedAdmin && SearchRights.AllowsListing(RightFor(right, on), on));

    /// <exception cref="SoapFault">service.PERM_DENIED: the right is missing, or whoever held it is no longer an administrator.</exception>
    public void Require(string right, AdminTarget on)
    {
        if (rights is { Administrator.IsDelegatedAdmin: false })
        {
            throw SoapFault.Denied("not an eligible admin account");
        }

        if (!Allows(right, on))
        {
            throw SoapFault.Denied($"need right: {RightFor(right, on)} for {on.Type} {on.Name}");
        }
    }

    /// <exception cref="SoapFault">service.PERM_DENIED, which names the first attribute that may not be read or set.</exception>
    public void RequireAttributes(AdminTarget on, IEnumerable<string> attributes, AdminRightKind access)
    {
        if (attributes.FirstOrDefault(name => !(access == AdminRightKind.Set ? Sets(on, name) : Shows(on, name))) is { } closed)
        {
            throw SoapFault.Denied($"cannot access attribute {closed} on {on.Type} target {on.Name}");
        }
    }

    /// <summary>Whether accounts of an address' domain are open, be there one of that address or not.</summary>
    public bool AllowsAddress(string right, string address) =>
        address.Contains('@', StringComparison.Ordinal) && Allows(right, Pseudo(address));

    /// <summary>The placeholder for an account that does not exist.</summary>
    public static AdminTarget Pseudo(string address, string type = "account") => new(type, address, "", new AttributeBag());

    private AdminRights SearchRights => directory.SearchRights.Of(rights!.Administrator);

    private static string RightFor(string right, AdminTarget on) =>
        on.Type == "calresource" && OfResources.TryGetValue(right, out string? other) ? other : right;
}
