namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>A public operation that can be cancelled, as a test calls it.</summary>
/// <param name="Name">Type, method, and where there are several of that name the types of its parameters.</param>
/// <param name="RunAsync">The call.</param>
internal sealed record CancellableCall(string Name, Func<CancellationWorld, CancellationToken, Task> RunAsync)
{
    /// <summary>Each call of it sends another mail, as its documentation says.</summary>
    public bool MailsEachTime { get; init; }

    /// <summary>It asks the port of https, where the fake is not: another place is taken for that, and no reply comes.</summary>
    public bool AsksElsewhere { get; init; }
}
