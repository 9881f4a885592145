namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What asking without credentials gave.</summary>
internal enum ProbeResult
{
    /// <summary>No Zimbra answered.</summary>
    Unreachable,

    /// <summary>401: not public, or not there.</summary>
    Closed,

    /// <summary>Everybody reads it.</summary>
    Public,

    /// <summary>Everybody reads it, and there is nothing in it.</summary>
    PublicEmpty,
}
