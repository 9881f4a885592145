namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>Another person's folder seen in a mailbox.</summary>
/// <param name="Path">Where it is seen, such as <c>/Alice's calendar</c>.</param>
/// <param name="Owner">The other person's address.</param>
/// <param name="Folder">The folder's path in the owner's mailbox.</param>
public sealed record SeededMountpoint(string Path, string Owner, string Folder);
