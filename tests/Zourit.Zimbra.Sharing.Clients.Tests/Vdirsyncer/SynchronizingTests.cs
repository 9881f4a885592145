using Zourit.Zimbra.Sharing.Clients.Tests.Processes;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Vdirsyncer;

/// <summary>vdirsyncer keeps a folder and a guest's calendar alike, both ways.</summary>
public sealed class SynchronizingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_reader_adds_is_refused_and_what_the_owner_has_comes_all_the_same()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        using var pair = new Pair(asso.CalDav(SharedCalendars.Read).AbsoluteUri, collection: null);
        Ok(await pair.DiscoverAsync(Cancel));
        Ok(await pair.SynchronizeAsync(Cancel));
        Assert.Equal(asso.ItemsOf(SharedCalendars.Read).Count, pair.Files.Count());

        await File.WriteAllTextAsync(Path.Combine(pair.Folder, "couture.ics"), EventFiles.Added, Cancel);
        ClientProgram.Result refused = await pair.SynchronizeAsync(Cancel);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("500", refused.All, StringComparison.Ordinal);
        Assert.DoesNotContain(asso.ItemsOf(SharedCalendars.Read), item => item.Uid == "couture");
    }

    [Fact]
    public async Task A_calendar_found_from_the_server_is_kept_alike_both_ways()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        using var pair = new Pair($"{asso.Root}/", "Atelier de Mon Asso");

        await KeepAlikeAsync(pair, asso);
    }

    [Fact]
    public async Task A_calendar_given_by_its_address_is_kept_alike_both_ways()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        using var pair = new Pair(asso.CalDav(SharedCalendars.Written).AbsoluteUri, collection: null);

        await KeepAlikeAsync(pair, asso);
    }

    private static async Task KeepAlikeAsync(Pair pair, SharedCalendars asso)
    {
        string couture = Path.Combine(pair.Folder, "couture.ics");
        Ok(await pair.DiscoverAsync(Cancel));

        // From both sides what the other does not have.
        await File.WriteAllTextAsync(couture, EventFiles.Added, Cancel);
        Ok(await pair.SynchronizeAsync(Cancel));
        Assert.Equal(["Atelier couture", "Atelier vélo"], Titles(asso));
        Assert.Contains(pair.Files, text => text.Contains("SUMMARY:Atelier vélo", StringComparison.Ordinal));

        // A change here.
        await File.WriteAllTextAsync(couture, EventFiles.Added.Replace("couture\n", "tricot\n", StringComparison.Ordinal), Cancel);
        Ok(await pair.SynchronizeAsync(Cancel));
        Assert.Equal(["Atelier tricot", "Atelier vélo"], Titles(asso));

        // A deletion here.
        File.Delete(couture);
        Ok(await pair.SynchronizeAsync(Cancel));
        Assert.Equal(["Atelier vélo"], Titles(asso));

        // A change and a deletion there, by the guest's other program.
        Assert.Equal(201, await asso.PutAsync(SharedCalendars.Written, "couture", EventFiles.Added, Cancel));
        Assert.Equal(204, await asso.DeleteAsync(SharedCalendars.Written, "atelier-1", Cancel));
        Ok(await pair.SynchronizeAsync(Cancel));
        Assert.Contains("SUMMARY:Atelier couture", Assert.Single(pair.Files), StringComparison.Ordinal);

        Ok(await pair.SynchronizeAsync(Cancel));
        Assert.Equal(["Atelier couture"], Titles(asso));
    }

    private static IEnumerable<string?> Titles(SharedCalendars asso) =>
        asso.ItemsOf(SharedCalendars.Written).Select(item => item.Summary).Order(StringComparer.Ordinal);

    private static void Ok(ClientProgram.Result ended) => Assert.True(ended.ExitCode == 0, ended.All);
}
