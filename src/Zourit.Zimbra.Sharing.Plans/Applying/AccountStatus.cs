namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What a line of the journal says of a guest's account.</summary>
internal enum AccountStatus
{
    Unknown = 0,
    Made = 1,
    Suspended = 2,
    Resumed = 3,
    Retired = 4,
}
