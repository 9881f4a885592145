namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>The list of operations beside this file, operations.txt: which recordings are compared, which only played.</summary>
internal sealed class OperationList
{
    private readonly List<Line> _lines;

    private OperationList(List<Line> lines) => _lines = lines;

    public static OperationList Load() =>
        new([
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Replay", "operations.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(Line.Parse),
        ]);

    /// <exception cref="InvalidOperationException">No line names the recording's operation.</exception>
    public Treatment Of(Recording recording)
    {
        var operation = Operation.Of(recording.Request);
        return _lines.Find(line => line.Fits(operation, recording.Name))?.Treatment
            ?? throw new InvalidOperationException($"operations.txt does not name \"{operation}\" ({recording.Name})");
    }

    public IEnumerable<string> WithoutRecording(IEnumerable<Recording> recordings)
    {
        var used = recordings
            .Select(recording => _lines.Find(line => line.Fits(Operation.Of(recording.Request), recording.Name)))
            .ToHashSet();
        return _lines.Where(line => !used.Contains(line)).Select(line => line.ToString());
    }

    private sealed record Line(Treatment Treatment, string Operation, string? Recordings)
    {
        public static Line Parse(string text)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var pattern = words[^1].Contains('-', StringComparison.Ordinal) ? words[^1] : null;
            var operation = string.Join(' ', words[1..(pattern is null ? words.Length : words.Length - 1)]);
            return new Line(Enum.Parse<Treatment>(words[0], ignoreCase: true), operation, pattern?.TrimEnd('*'));
        }

        public bool Fits(string operation, string recording) =>
            Operation == operation && (Recordings is null || recording.StartsWith(Recordings, StringComparison.Ordinal));
    }
}
