namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A document in a folder, as it was put there.</summary>
internal sealed record StoredDocument(int Id, string Name, byte[] Content, int Revision);
