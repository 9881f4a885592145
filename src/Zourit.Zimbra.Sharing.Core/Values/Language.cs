namespace Zourit.Zimbra.Sharing.Values;

/// <summary>The languages in which the library speaks.</summary>
internal static class Language
{
    public const string English = "en";
    public const string French = "fr";
}
