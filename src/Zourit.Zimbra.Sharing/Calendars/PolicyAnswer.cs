namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Whether the server's sharing policy allows a share.</summary>
public enum PolicyAnswer
{
    /// <summary>Nothing that can be read forbids it, but something that only an administrator may read could.</summary>
    Unknown = 0,

    /// <summary>The policy allows it.</summary>
    Allowed = 1,

    /// <summary>The policy forbids it.</summary>
    Refused = 2,
}
