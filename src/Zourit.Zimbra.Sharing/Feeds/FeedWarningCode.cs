namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>The kinds of <see cref="FeedWarning"/>.</summary>
public enum FeedWarningCode
{
    /// <summary>Not known; no result of this version has it.</summary>
    Unknown = 0,

    /// <summary>
    /// The server let the reader in and sent no event. The calendar may be empty (or have none in the window); but the server answers the
    /// same when the owner's <c>zimbraPublicSharingEnabled</c> or <c>zimbraExternalSharingEnabled</c> was switched off after sharing, when
    /// a white list shuts the guest's domain out, when an unknown user name reads a public calendar, and for a folder that is no calendar.
    /// </summary>
    NoEvents = 1,

    /// <summary>The feed holds tasks (VTODO), which are not given as events.</summary>
    Tasks = 2,
}
