using Zourit.Zimbra.Sharing.Plans.Reading;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What the owners of one run have in common.</summary>
internal sealed class ApplyRun(ZimbraClient client, ApplyOptions options, ZimbraPing server) : IDisposable
{
    public ZimbraClient Client => client;

    public ApplyOptions Options => options;

    public RunState State { get; } = new(options, server);

    public ZimbraPlanSource Reader { get; } = new(client) { Account = server.Account };

    public AccountMaker Accounts => field ??= new(this);

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public void Dispose() => Accounts.Dispose();
}
