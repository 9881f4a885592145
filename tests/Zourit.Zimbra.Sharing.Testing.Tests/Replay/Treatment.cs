namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>What the replay does with a recording.</summary>
internal enum Treatment
{
    Compared,
    Played,
    Skipped,
}
