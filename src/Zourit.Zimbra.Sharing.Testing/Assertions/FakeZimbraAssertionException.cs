namespace Zourit.Zimbra.Sharing.Testing.Assertions;

/// <summary>The server does not hold what a test says that it must; the message says what it holds. Every test framework reports it as a
/// failure.</summary>
public sealed class FakeZimbraAssertionException : Exception
{
    internal FakeZimbraAssertionException(string message)
        : base(message) { }
}
