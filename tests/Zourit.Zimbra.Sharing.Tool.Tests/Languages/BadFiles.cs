namespace Zourit.Zimbra.Sharing.Tool.Tests.Languages;

/// <summary>Files that something is wrong with, in a folder that is removed with them; and one manifest that is good.</summary>
internal sealed class BadFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zimbra-share-tests-");
    private readonly Dictionary<string, string> _paths;

    public BadFiles()
    {
        _paths = new()
        {
            ["{blank}"] = " ",
            ["{folder}"] = _folder.FullName,
            ["{empty}"] = Write("empty", ""),
            ["{secret}"] = Write("secret", "hunter2\n"),
            ["{yaml}"] = Write("broken.yaml", "version: 1\nshares:\n  - owner: a\n   x: [\n"),
            ["{json}"] = Write("broken.json", "{ \"version\": 1, "),
            ["{good}"] = Write("good.yaml", "version: 1\nshares:\n  - { owner: owner@monasso.org, calendar: /my-events, guest: c@d.fr }\n"),
            ["{foreign}"] = Write("foreign.yaml", "version: 1\nshares:\n  - { owner: nobody@monasso.org, calendar: /x, guest: c@d.fr }\n"),
            ["{new}"] = Path.Combine(_folder.FullName, "new"),
            ["{plan}"] = Write("broken.plan", "{\"type\":\"version\",\"version\":1}\n"),
            ["{manifest}"] = Write(
                "bad.yaml",
                """
                version: 2
                timezone: Europe/Pari
                limits: { removals: many }
                keep: [3]
                xyzzy: 1
                shares:
                  - { owner: a, calendar: "/a:b", guest: nobody, expires: soon, rights: rq, notify: perhaps }
                  - { owner: a@b.fr, calendar: /x }
                  - { owner: a@b.fr, calendar: /x, guest: c@d.fr, user: e@f.fr }
                  - { owner: a@b.fr, calendar: /x, guest: c@d.fr, rights: r }
                  - { owner: a@b.fr, calendar: /x, guest: c@d.fr, rights: rw, public: maybe }
                  - { owner: a@b.fr, ownr: a@b.fr, owner: a@b.fr }
                  - &anchor { owner: a@b.fr }
                  - file: /etc/passwd
                """
            ),
        };
    }

    /// <summary>A word of a command line with the path of the file that it means.</summary>
    public string Fill(string word) => _paths.GetValueOrDefault(word, word);

    /// <summary>Writes a further file.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
