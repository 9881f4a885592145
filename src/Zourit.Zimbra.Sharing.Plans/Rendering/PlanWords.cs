namespace Zourit.Zimbra.Sharing.Plans.Rendering;

/// <summary>The words of a saved plan. A word that this version does not know is read as unknown.</summary>
internal static class PlanWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => Camel(value.ToString());

    public static T Read<T>(string? word)
        where T : struct, Enum => Enum.GetValues<T>().FirstOrDefault(value => Camel(value.ToString()) == word);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
