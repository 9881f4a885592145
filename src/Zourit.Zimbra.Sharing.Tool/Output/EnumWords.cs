namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>The words of enumerations in JSON: their names, with a small first letter.</summary>
internal static class EnumWords
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
