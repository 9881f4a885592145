using Aspire.Hosting.ApplicationModel;

namespace Zourit.Zimbra.Sharing.Testing.Aspire;

/// <summary>
/// A fake Zimbra server in an app host. It runs in the app host's own process, without a container, and ends with it. Its connection string
/// is the address of its user service.
/// </summary>
public sealed class FakeZimbraResource : Resource, IResourceWithConnectionString
{
    private readonly TaskCompletionSource<FakeZimbra> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal FakeZimbraResource(string name)
        : base(name) { }

    /// <inheritdoc/>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{new Address(this)}");

    /// <summary>The server, once it has started: to look at what became of it, or to let it misbehave.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<FakeZimbra> WhenStartedAsync(CancellationToken cancellationToken = default) => _started.Task.WaitAsync(cancellationToken);

    internal void Started(FakeZimbra server) => _started.TrySetResult(server);

    internal void Failed(Exception error) => _started.TrySetException(error);

    private sealed class Address(FakeZimbraResource resource) : IValueProvider, IManifestExpressionProvider
    {
        public string ValueExpression => $"{{{resource.Name}.connectionString}}";

        public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
            (await resource.WhenStartedAsync(cancellationToken).ConfigureAwait(false)).ServerUri.AbsoluteUri;
    }
}
