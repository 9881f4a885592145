using Zourit.Zimbra.Sharing.Feeds;

namespace QuickStart;

/// <summary>Prints the story.</summary>
internal sealed class Narrator(TextWriter output)
{
    private int _chapter;

    public void Chapter(string title)
    {
        output.WriteLine();
        output.WriteLine($"{++_chapter}. {title}");
    }

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
