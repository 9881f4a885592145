using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests;

/// <summary>The two languages that the library speaks.</summary>
internal static class Languages
{
    extension(LocalizedText text)
    {
        public string English => text.InLanguage("en");

        public string French => text.InLanguage("fr");
    }
}
