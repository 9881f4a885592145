namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>Texts for people, held against the ones that somebody has read and approved.</summary>
internal static class ApprovedText
{
    private const string Accept = "ACCEPT_TEXTS";

    /// <summary>Compares with a file of the test project.</summary>
    public static void Matches(string name, string actual)
    {
        string file = Repository.PathTo(Path.Combine("tests", "Zourit.Zimbra.Sharing.Tests", name));
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        string[] approved = File.ReadAllText(file).Split('\n');
        string[] lines = actual.Split('\n');
        int first = Enumerable
            .Range(0, Math.Max(approved.Length, lines.Length))
            .FirstOrDefault(i => approved.ElementAtOrDefault(i) != lines.ElementAtOrDefault(i), -1);
        Assert.True(
            first < 0,
            $"The text is not that of {name}, line {first + 1}. To accept it set {Accept}=1, run this test again, and "
                + $"read the file.\n- "
                + $"{approved.ElementAtOrDefault(first)}\n+ {lines.ElementAtOrDefault(first)}"
        );
    }
}
