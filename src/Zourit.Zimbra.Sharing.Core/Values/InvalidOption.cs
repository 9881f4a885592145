namespace Zourit.Zimbra.Sharing.Values;

/// <summary>What is said of a setting that is out of its bounds.</summary>
internal static class InvalidOption
{
    /// <summary>A setting that is not from one value to another.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="range">The bounds, e.g. <c>from 1 to 64</c>.</param>
    /// <param name="french">The same in French, e.g. <c>de 1 à 64</c>.</param>
    public static LocalizedText Range(string name, string range, string french) =>
        new($"{name} must be {range}.", $"{name} doit être {french}.");
}
