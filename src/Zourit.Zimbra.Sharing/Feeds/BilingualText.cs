namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>A text in English and French.</summary>
/// <param name="English">In English.</param>
/// <param name="French">In French.</param>
public sealed record BilingualText(string English, string French)
{
    /// <summary>The English text.</summary>
    public override string ToString() => English;
}
