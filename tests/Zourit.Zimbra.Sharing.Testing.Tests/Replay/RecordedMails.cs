using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>
/// The mails recorded beside the requests that sent them: numbered on from the request, named like it with <c>-mail1</c> and so on.
/// </summary>
internal static class RecordedMails
{
    public static IReadOnlyList<RecordedMail> All { get; } = [.. Recordings.Files("*.eml").Select(Read)];

    public static IEnumerable<RecordedMail> After(Recording recording)
    {
        var number = Recordings.Number(recording.Name);
        for (var i = 1; All.FirstOrDefault(mail => mail.Name == Name(recording, number + i, i)) is { } mail; i++)
            yield return mail;
    }

    private static string Name(Recording recording, int number, int i) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{recording.Section}-{number:00}{recording.Name[recording.Name.IndexOf('-', 3)..]}-mail{i}"
        );

    // The recorder put the envelope into two lines before the mail.
    private static RecordedMail Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var first = file.AsSpan().IndexOf((byte)'\n') + 1;
        var second = first + file.AsSpan(first).IndexOf((byte)'\n') + 1;
        return new RecordedMail(
            Path.GetFileNameWithoutExtension(path),
            Value(file.AsSpan(0, first)),
            Value(file.AsSpan(first, second - first)),
            file[second..]
        );
    }

    private static string Value(ReadOnlySpan<byte> line) =>
        System.Text.Encoding.ASCII.GetString(line).Split(": ", 2)[1].Trim().Trim('[', ']');
}
