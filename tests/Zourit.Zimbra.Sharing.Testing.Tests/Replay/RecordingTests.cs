namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

public sealed class RecordingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\n")]
    [InlineData("### REQUEST\nGET / HTTP/1.1\n\n")]
    public void A_file_without_its_marks_is_refused(string file) =>
        Assert.Throws<FormatException>(() => Recording.Parse("x", System.Text.Encoding.UTF8.GetBytes(file)));

    [Fact]
    public void Headers_keep_their_order_and_bodies_their_bytes()
    {
        var recording = Recording.Parse(
            "x",
            "### REQUEST\nPOST /a?b HTTP/1.1\nHost: h\n\nbody\r\n\n\n### RESPONSE\nHTTP/1.1 200 OK\nA: 1\nA: 2: 3\n\n\n\n"u8
        );

        Assert.Equal(("POST", "/a?b"), (recording.Request.Method, recording.Request.Target));
        Assert.Equal("body\r\n\n", recording.Request.Text);
        Assert.Equal(["1", "2: 3"], recording.Reply.All("a"));
        Assert.Equal("\n", recording.Reply.Text);
    }

    [Fact]
    public void Bodies_are_as_long_as_their_headers_say()
    {
        foreach (var recording in Recordings.All.Where(one => one.Request.Method != "HEAD"))
        {
            if (recording.Reply.Header("Content-Length") is { } length)
                Assert.Equal((recording.Name, length), (recording.Name, $"{recording.Reply.Body.Length}"));
            if (recording.Request.Header("Content-Length") is { } sent)
                Assert.Equal((recording.Name, sent), (recording.Name, $"{recording.Request.Body.Length}"));
        }
    }

    [Fact]
    public void The_index_names_every_recording()
    {
        var index = string.Concat(Directory.EnumerateFiles(Recordings.Folder, "README*.md").Select(File.ReadAllText));
        Assert.All(Recordings.All, recording => Assert.Contains($"| {recording.Name}.http |", index, StringComparison.Ordinal));
        Assert.Equal(1599, Recordings.All.Count);
    }

    [Fact]
    public void Every_recording_is_in_the_folder_of_its_section() => Assert.All(Recordings.Files("*-*.*"), path =>
        {
            var section = Path.GetFileName(Path.GetDirectoryName(path)!);
            Assert.Equal(section[..3], Path.GetFileName(path)[..3]);
        });

    [Fact]
    public void Every_recording_has_its_operation_in_the_list_and_every_line_its_recordings()
    {
        var operations = OperationList.Load();
        Assert.All(Recordings.All, recording => operations.Of(recording));
        Assert.Empty(operations.WithoutRecording(Recordings.All));
    }

    [Fact]
    public void Every_step_between_recordings_and_every_known_difference_names_a_recording()
    {
        var names = Recordings.All.Select(recording => recording.Name).ToHashSet();
        Assert.All(ReplaySetup.Load().Unrecorded, step => Assert.Contains(step.Before, names));
        Assert.All(KnownDifferences.Load().Names, known =>
            Assert.Contains(known, names.Concat(RecordedMails.All.Select(mail => mail.Name)))
        );
    }
}
