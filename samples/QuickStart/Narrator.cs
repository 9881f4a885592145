using Zourit.Zimbra.Sharing.Feeds;

namespace QuickStart;

/// <summary>Prints the story.</summary>
internal sealed class Narrator(TextWriter output)
{
    private readonly List<string> _done = [];
    private int _chapter;

    /// <summary>What the story changed on the server up to now, as one sentence.</summary>
    public string Account => _done.Count == 0 ? "Nothing was changed." : $"Done: {string.Join("; ", _done)}.";

    public void Chapter(string title)
    {
        output.WriteLine();
        output.WriteLine($"{++_chapter}. {title}");
    }

    /// <summary>Remembers a change of the server for <see cref="Account"/>.</summary>
    public void Did(string change) => _done.Add(change);

    public void Say(string line) => output.WriteLine($"   {line}");

    public void Events(Feed feed)
    {
        foreach (FeedEvent item in feed.Events)
        {
            string when = item.IsAllDay ? $"{item.Start:yyyy-MM-dd} (all day)" : $"{item.Start:yyyy-MM-dd HH:mm}";
            Say($"   {when}  {(item.AreDetailsWithheld ? "(private: only the time is shown)" : item.Summary)}");
        }
    }
}
