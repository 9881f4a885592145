namespace Zourit.Zimbra.Sharing.Values;

/// <summary>What a call to share changed.</summary>
public enum ShareOutcome
{
    /// <summary>Not known; no result of this version has it.</summary>
    Unknown = 0,

    /// <summary>
    /// The share stood already as wanted, on the folder itself or by inheritance. Nothing was sent to change it, nobody was mailed.
    /// </summary>
    Unchanged = 1,

    /// <summary>The grantee had no access of their own (or only an expired one) and has it now.</summary>
    Created = 2,

    /// <summary>The grantee had access; rights, end or grant password were changed.</summary>
    Changed = 3,
}
