using System.CommandLine;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.SeedFiles;

// The fake Zimbra as a process of its own: prints one JSON line with its addresses, then serves until it is stopped.
var port = new Option<int>("--port") { Description = "Port of the user service; 0 for any free one." };
var adminPort = new Option<int>("--admin-port") { Description = "Port of the admin service; 0 for any free one." };
var seed = new Option<FileInfo?>("--seed")
{
    Description = "What the server holds, as JSON (seed.example.json shows all of it); the accounts of the recordings when absent.",
};
var command = new RootCommand("A fake Zimbra server for trying things out.") { port, adminPort, seed };
command.SetAction(
    async (arguments, cancellationToken) =>
    {
        var options = new FakeZimbraOptions { Port = arguments.GetValue(port), AdminPort = arguments.GetValue(adminPort) };
        FakeZimbra started;
        try
        {
            started = arguments.GetValue(seed) is { } file
                ? await FakeZimbra.StartFromFileAsync(SeedFile.Load(file.FullName), options, cancellationToken)
                : await FakeZimbra.StartRecordedAsync(options, cancellationToken: cancellationToken);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }

        await using FakeZimbra zimbra = started;
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    soap = new Uri(zimbra.ServerUri, "service/soap/"),
                    adminSoap = new Uri(zimbra.AdminUri, "service/admin/soap/"),
                    rest = new Uri(zimbra.ServerUri, "home/"),
                    admin = zimbra.AdminName,
                    adminPassword = zimbra.AdminPassword,
                    outbox = zimbra.OutboxUri,
                }
            )
        );

        // Whoever reads the line may stop the server at once: that is no reason to end here without a word.
        await Console.Out.FlushAsync(CancellationToken.None);
        var stopped = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
        await Console.Error.WriteLineAsync(
            $"Stopped after {(zimbra.Journal.Entries is [.., { } last] ? last.Number : 0)} requests; what they changed is gone."
        );
        return 130;
    }
);
return await command.Parse(args).InvokeAsync();
