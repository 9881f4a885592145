namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>The version that the fake gives itself out for: that of the recorded server.</summary>
internal static class ServerVersion
{
    public const string Number = "10.1.0_GA_0000";

    public const string Text = Number + " 20241024000000 20241024-0000 FOSS";
}
