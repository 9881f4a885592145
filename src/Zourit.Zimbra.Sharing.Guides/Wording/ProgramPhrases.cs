namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>One calendar program: what to do where one must sign in, and where the calendar is open to everybody.</summary>
internal sealed record ProgramPhrases(string Id, string Heading, Advice SignIn, Advice Open)
{
    /// <summary>Notes for one kind of subscriber only.</summary>
    public IReadOnlyDictionary<SubscriberKind, string> Also { get; init; } = new Dictionary<SubscriberKind, string>();

    /// <summary>Whether the Apple profile is for this program.</summary>
    public bool OffersProfile { get; init; }
}
