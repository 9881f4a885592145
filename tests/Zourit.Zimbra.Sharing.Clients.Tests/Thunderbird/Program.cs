using System.Text.Json;
using Zourit.Zimbra.Sharing.Clients.Tests.Processes;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Thunderbird;

/// <summary>
/// The machine's own Thunderbird, without a window: a copy of its program with a script beside it (<c>Files</c>), made of links to what is
/// installed, and a fresh profile.
/// </summary>
internal static class Program
{
    private static readonly string[] Places = ["/usr/lib/thunderbird", "/usr/lib64/thunderbird", "/opt/thunderbird"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The folder of the installed program; skips the test where there is none.</summary>
    public static string Installed()
    {
        string? found = Array.Find(Places, place => File.Exists(Path.Combine(place, "thunderbird-bin")));
        Assert.SkipUnless(found is not null, $"There is no Thunderbird on this machine ({string.Join(", ", Places)}).");
        return found!;
    }

    public static async Task<Answer> RunAsync(Wish wish, CancellationToken cancellationToken)
    {
        string installed = Installed();
        using var home = new TemporaryFolder();
        string program = Prepare(installed, home.Folder("program"));
        string profile = home.Folder("profile");
        File.Copy(OwnFile("user.js"), Path.Combine(profile, "user.js"));
        await File.WriteAllTextAsync(home.File("wish.json"), JsonSerializer.Serialize(wish, Json), cancellationToken);

        ClientProgram.Result ended = await ClientProgram.RunAsync(
            program,
            ["--profile", profile, "--no-remote"],
            home,
            cancellationToken,
            ("MOZ_HEADLESS", "1"),
            ("CLIENT_WISH", home.File("wish.json")),
            ("CLIENT_RESULT", home.File("result.json"))
        );

        Assert.True(File.Exists(home.File("result.json")), ended.All);
        Answer answer = JsonSerializer.Deserialize<Answer>(await File.ReadAllTextAsync(home.File("result.json"), cancellationToken), Json)!;
        Assert.Null(answer.Error);
        return answer;
    }

    // Links, but for the program itself, which looks for its files beside where it really lies, and for the defaults, which get a file
    // more.
    private static string Prepare(string installed, string folder)
    {
        string program = Path.Combine(folder, "thunderbird-bin");
        foreach (string entry in Directory.GetFileSystemEntries(installed))
        {
            string name = Path.GetFileName(entry);
            string copy = Path.Combine(folder, name);
            if (name == "thunderbird-bin")
            {
                File.Copy(entry, copy);
            }
            else if (name == "defaults")
            {
                CopyFolder(entry, copy);
            }
            else if (name is not ("thunderbird" or "dictionaries"))
            {
                File.CreateSymbolicLink(copy, entry);
            }
        }

        File.Copy(
            OwnFile("autoconfig.js"),
            Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "defaults", "pref")).FullName, "autoconfig.js")
        );
        File.Copy(OwnFile("thunderbird.cfg"), Path.Combine(folder, "thunderbird.cfg"));
        return program;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string OwnFile(string name) => Path.Combine(AppContext.BaseDirectory, "Thunderbird", "Files", name);
}
