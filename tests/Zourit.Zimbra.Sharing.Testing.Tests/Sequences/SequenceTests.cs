namespace Zourit.Zimbra.Sharing.Testing.Tests.Sequences;

/// <summary>Plays the recorded request sequences against the fake with the script that comes with them.</summary>
public sealed class SequenceTests
{
    /// <summary>
    /// The kinds of the second set: which operations each has, and how many of its steps in a hundred agree at least. Whoever makes more of
    /// them agree raises the bound; none is ever lowered.
    /// </summary>
    private static readonly (string Kind, string[] Operations, double Least)[] Kinds =
    [
        ("published shares", ["admin.GetAccount", "admin.SearchDirectory"], 100),
        ("administrators", ["admin."], 100),
        ("folders and conflicts", ["Batch", "CreateFolder", "FolderAction."], 100),
        ("logins, mails, sign-up", ["Auth", "SendShareNotification", "extuserprov", "mail", "ItemAction"], 100),
        ("CalDAV", ["DAV "], 100),
        ("appointments", ["CreateAppointment", "ModifyAppointment", "CancelAppointment", "GetAppt", "GetFreeBusy", "Search "], 100),
        ("feeds", ["feed "], 100),
        ("mountpoints and folders read", ["CreateMountpoint", "GetFolder"], 100),
    ];

    [Fact]
    public async Task Sequences_of_requests_are_answered_as_the_real_server_answered_them()
    {
        SequencePlay play = await SequencePlay.RunAsync("sequences", "--no-wait");

        Assert.Equal(3216, play.Steps);
        Assert.True(play.Agreeing == play.Steps, play.Report);
    }

    // Grants end in it, for which a script waits that does nothing else meanwhile: it plays several sequences side by side.
    [Fact]
    public async Task The_second_set_agrees_at_least_as_far_as_it_did()
    {
        SequencePlay play = await SequencePlay.RunAsync("sequences-2", "--settle", "0", "--pace", "0", "--jobs", "8");

        Assert.Equal(1846, play.Steps);
        ILookup<string, SequencePlay.Row> byKind = play.Rows.ToLookup(row => KindOf(row.Operation));
        List<string> fallen =
        [
            .. from kind in Kinds
            let steps = byKind[kind.Kind].Sum(row => row.Steps)
            let agreeing = byKind[kind.Kind].Sum(row => row.Agreeing)
            where steps == 0 || 100.0 * agreeing / steps < kind.Least
            select $"{kind.Kind}: {agreeing} of {steps} steps agree, expected at least {kind.Least} %",
        ];
        Assert.True(fallen.Count == 0, string.Join(Environment.NewLine, fallen.Append(play.Report)));
    }

    // The first kind that fits: published shares come before administrators.
    private static string KindOf(string operation) =>
        Array.Find(Kinds, kind => Array.Exists(kind.Operations, start => operation.StartsWith(start, StringComparison.Ordinal))).Kind
        ?? throw new InvalidOperationException($"No kind has the operation \"{operation}\".");
}
