using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

/// <summary>A fake server with an owner, and commands that reach it.</summary>
internal sealed class ToolWorld : IAsyncDisposable
{
    public const string Owner = "owner@monasso.org";
    public const string Password = "Secret-1owner";
    public const string Guest = "adresse@orange.fr";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zimbra-share-tests-");

    private ToolWorld(FakeZimbra server)
    {
        Server = server;
        PasswordFile = Write("password.txt", Password + "\n");
        AdminPasswordFile = Write("admin.txt", server.AdminPassword);
    }

    public FakeZimbra Server { get; }

    public string PasswordFile { get; }

    public string AdminPasswordFile { get; }

    /// <summary>A folder that is removed with the server.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The server and the owner, without a password.</summary>
    public IEnumerable<string> Address => ["--server", Server.ServerUri.AbsoluteUri, "--account", Owner];

    public IEnumerable<string> AsOwner => ["--server", Server.ServerUri.AbsoluteUri, "--account", Owner, "--password-file", PasswordFile];

    public IEnumerable<string> AsAdmin =>
        [
            "--server",
            Server.ServerUri.AbsoluteUri,
            "--admin-server",
            Server.AdminUri.AbsoluteUri,
            "--account",
            Server.AdminName,
            "--admin",
            "--password-file",
            AdminPasswordFile,
            "--on-behalf-of",
            Owner,
        ];

    public static async Task<ToolWorld> StartAsync(Action<FakeZimbraSeed>? more = null) =>
        new(
            await FakeZimbra.StartAsync(
                seed =>
                {
                    seed.Account(Owner, Password, account =>
                        account.Calendar("/my-events").Calendar("/public", Events).Calendar("/kitchen").Calendar("/choir")
                    );
                    seed.Account("tresor@monasso.org", Password, account => account.Calendar("/my-events"));
                    more?.Invoke(seed);
                },
                cancellationToken: TestContext.Current.CancellationToken
            )
        );

    private static void Events(CalendarSeed calendar) =>
        calendar.Event("Assemblée", new(2030, 1, 2, 10, 0, 0, TimeSpan.Zero), new(2030, 1, 2, 11, 0, 0, TimeSpan.Zero));

    public Task<ToolRun> OwnerAsync(params IEnumerable<string> arguments) => new ToolConsole().RunAsync([.. arguments, .. AsOwner]);

    public Task<ToolRun> OwnerAsync(ToolConsole console, params IEnumerable<string> arguments) =>
        console.RunAsync([.. arguments, .. AsOwner]);

    public Task<ToolRun> AdminAsync(params IEnumerable<string> arguments) => new ToolConsole().RunAsync([.. arguments, .. AsAdmin]);

    public string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The grants in a line each.</summary>
    public string[] Grants(string calendar = "/my-events") =>
        [.. Server.GrantsOf(Owner, calendar).Select(grant => $"{grant.Type} {grant.GranteeId} {grant.Rights}")];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
