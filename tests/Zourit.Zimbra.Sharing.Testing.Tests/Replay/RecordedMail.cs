namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>A mail that the recorded server sent.</summary>
internal sealed record RecordedMail(string Name, string EnvelopeFrom, string EnvelopeTo, byte[] Message);
