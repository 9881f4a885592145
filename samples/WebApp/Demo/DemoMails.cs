namespace WebApp.Demo;

/// <summary>The mails of the fake server, the newest first; of a real server none are known.</summary>
internal sealed class DemoMails(DemoServer? server)
{
    public bool IsDemo => server is not null;

    public IReadOnlyList<DemoMail> All => server?.Mails ?? [];
}
