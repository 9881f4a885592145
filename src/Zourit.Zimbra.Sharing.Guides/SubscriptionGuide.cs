using System.Text;
using Zourit.Zimbra.Sharing.Guides.Documents;
using Zourit.Zimbra.Sharing.Guides.Rendering;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guides;

/// <summary>
/// The leaflet for the recipient of a share: the address, the user name, where the password comes from, and the steps for the usual
/// calendar programs, with the truth about those that cannot sign in. It holds no password and asks the server nothing.
/// </summary>
public sealed class SubscriptionGuide
{
    private readonly Subscription _subscription;

    /// <summary>Takes the share to describe.</summary>
    /// <param name="subscription">The share, seen by its subscriber.</param>
    public SubscriptionGuide(Subscription subscription)
    {
        Argument.NotNull(subscription);
        _subscription = subscription;
    }

    /// <summary>
    /// The guide as plain text, e.g. for the body of a mail: lines of at most 76 characters where addresses allow, line ends <c>\n</c>.
    /// </summary>
    /// <param name="language">The reader's language.</param>
    /// <exception cref="ArgumentOutOfRangeException">The language is not one of the enumeration.</exception>
    public string ToText(GuideLanguage language) => TextRenderer.Render(Leaflet.Of(_subscription, language));

    /// <summary>The guide as CommonMark; names are escaped, so they cannot add markup.</summary>
    /// <param name="language">The reader's language.</param>
    /// <exception cref="ArgumentOutOfRangeException">The language is not one of the enumeration.</exception>
    public string ToMarkdown(GuideLanguage language) => MarkdownRenderer.Render(Leaflet.Of(_subscription, language));

    /// <summary>
    /// The guide as one HTML page without scripts or outside resources, for telephones, screens (light and dark) and paper, with a QR code
    /// of the address; serve or save it as UTF-8. Names are escaped. It carries the <see cref="AppleProfile"/>, unless
    /// <see cref="Subscription.AppleProfileUri"/> says where it is.
    /// </summary>
    /// <param name="language">The reader's language.</param>
    /// <exception cref="ArgumentOutOfRangeException">The language is not one of the enumeration.</exception>
    public string ToHtml(GuideLanguage language)
    {
        AppleProfile profile = AppleProfile;
        string href = _subscription.AppleProfileUri?.OriginalString
            ?? $"data:{AppleProfile.MediaType};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(profile.ToMobileConfig(language)))}";
        return HtmlRenderer.Render(Leaflet.Of(_subscription, language), href, profile.FileName);
    }

    /// <summary>The profile that subscribes an iPhone or iPad.</summary>
    public AppleProfile AppleProfile => new(_subscription);
}
