using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary>Flags by which somebody says that what the library takes for a mistake is meant.</summary>
internal static class AnyFlags
{
    public static Flag Address() =>
        new("--any-address", Sentence.Of($"an address that looks mistyped is right", $"une adresse qui semble mal saisie est juste"))
        {
            IsRare = true,
        };

    public static Flag Folder() =>
        new("--any-folder", Sentence.Of($"share a folder that is no calendar", $"partager un dossier qui n'est pas un agenda"))
        {
            IsRare = true,
        };
}
