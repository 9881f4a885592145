namespace Zourit.Zimbra.Sharing.Guides;

/// <summary>A language in which a <see cref="SubscriptionGuide"/> can be written.</summary>
public enum GuideLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>French, in the polite form.</summary>
    French,
}
