using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>What is said of saved plans.</summary>
internal static class RenderingTexts
{
    public static LocalizedText OtherPlan =>
        Sentence.Of(
            $"this is not the plan of the SHA-256 that was given: it was changed, or is another one.",
            $"ce n'est pas le plan du SHA-256 donné : il a été modifié, ou c'en est un autre."
        );

    public static LocalizedText NoPlan =>
        Sentence.Of(
            $"this is not a line of a saved plan of this version, or the file ends in the middle: make the plan again.",
            $"ce n'est pas une ligne d'un plan enregistré de cette version, ou le fichier s'arrête au milieu : refaites le plan."
        );
}
