namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>A call of the public API, with arguments that are right.</summary>
internal sealed record Call(string Name, bool IsAdmin, Func<ZimbraClient, Task> Run);
