using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using WebApp.Sharing;
using Zourit.Zimbra.Sharing.Guides;

namespace WebApp.Pages;

/// <summary>What the owner prints or passes on to the recipient of a share.</summary>
internal static class LeafletEndpoints
{
    public static async Task<ContentHttpResult> LeafletAsync(
        string calendar,
        string? grantee,
        string? language,
        Leaflets leaflets,
        CancellationToken cancellationToken
    )
    {
        Words words = PageLanguage.Read(language);
        var profile = new Uri(Routes.Profile(calendar, grantee, words), UriKind.Relative);
        SubscriptionGuide guide = await leaflets.OfAsync(calendar, grantee, profile, cancellationToken);
        return TypedResults.Content(guide.ToHtml(words.ForGuide()), MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    public static async Task<FileContentHttpResult> ProfileAsync(
        string calendar,
        string? grantee,
        string? language,
        Leaflets leaflets,
        CancellationToken cancellationToken
    )
    {
        AppleProfile profile = (await leaflets.OfAsync(calendar, grantee, null, cancellationToken)).AppleProfile;
        return TypedResults.File(
            Encoding.UTF8.GetBytes(profile.ToMobileConfig(PageLanguage.Read(language).ForGuide())),
            AppleProfile.MediaType,
            profile.FileName
        );
    }
}
