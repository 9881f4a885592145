namespace Zourit.Zimbra.Sharing.Tests.Administration;

/// <summary>A call has gone on without a right, and its answer says what it does not know.</summary>
internal sealed class NotKnownException(string what) : Exception($"Not known: {what}");
