namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Whether the server's sharing policy would take a share.</summary>
public enum PolicyAnswer
{
    /// <summary>Nothing that can be read forbids it, but something that only an administrator may read could.</summary>
    NotKnown,

    /// <summary>The policy allows it.</summary>
    Allowed,

    /// <summary>The policy forbids it.</summary>
    Refused,
}
