namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>One place where the fake's answer is not the recorded one.</summary>
internal sealed record Difference(string Place, string? Expected, string? Got)
{
    public override string ToString() => $"{Place}: expected {Shown(Expected)}, got {Shown(Got)}";

    private static string Shown(string? value) =>
        value is null ? "nothing"
        : value.Length > 300 ? $"\"{value[..300]}…\""
        : $"\"{value}\"";
}
