namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>What is said to one kind of subscriber before any program is opened.</summary>
internal sealed record SubscriberPhrases(string Lead, string Password)
{
    /// <summary>The heading of the preparations; empty where there are none.</summary>
    public string Heading { get; init; } = "";

    public string[] Steps { get; init; } = [];

    public string[] Notes { get; init; } = [];
}
