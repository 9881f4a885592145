using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>How a diagnosis may ask.</summary>
public sealed record DiagnosisOptions
{
    /// <summary>
    /// The guest's password, tried last and once, since the server counts every wrong one towards the guest's lock-out; null (the default)
    /// not to try any.
    /// </summary>
    public Secret? Password { get; init; }
}
