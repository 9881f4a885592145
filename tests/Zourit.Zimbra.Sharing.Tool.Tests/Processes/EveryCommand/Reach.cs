namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>How far a command goes.</summary>
internal enum Reach
{
    /// <summary>It asks no server.</summary>
    Offline,

    /// <summary>It asks a server without logging in as somebody of it.</summary>
    Anonymous,

    /// <summary>It logs in as the owner.</summary>
    Owner,

    /// <summary>It logs in as an administrator.</summary>
    Administrator,
}
