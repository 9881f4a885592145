using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Exporting;

/// <summary>What is said of what a manifest cannot say.</summary>
internal static class ExportTexts
{
    public static LocalizedText NotRead(string owner, LocalizedText failure) =>
        Sentence.Of($"{Excerpt.Of(owner)} was not read: {failure}", $"{Excerpt.Of(owner)} n'a pas été lu : {failure}");

    public static LocalizedText NoWord(string owner, FolderPath path, string grantee) =>
        Sentence.Of(
            $"the share of {Excerpt.Of(path.Value)} of {Excerpt.Of(owner)} with '{Excerpt.Of(grantee)}' is one "
                + $"that manifests have no word for; plans leave it as it is.",
            $"le partage de {Excerpt.Of(path.Value)} de {Excerpt.Of(owner)} avec « {Excerpt.Of(grantee)} » "
                + $"ne peut pas être dit par un manifeste ; les plans n'y touchent pas."
        );

    public static LocalizedText Password(string owner, FolderPath path, string grantee) =>
        Sentence.Of(
            $"the share of {Excerpt.Of(path.Value)} of {Excerpt.Of(owner)} with {Excerpt.Of(grantee)} has a password "
                + $"of its own, which is not written down.",
            $"le partage de {Excerpt.Of(path.Value)} de {Excerpt.Of(owner)} avec {Excerpt.Of(grantee)} a son propre "
                + $"mot de passe, qui n'est pas écrit."
        );
}
