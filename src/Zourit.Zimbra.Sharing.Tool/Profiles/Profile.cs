namespace Zourit.Zimbra.Sharing.Tool.Profiles;

/// <summary>What the configuration file says of one server and account. Passwords are named by their place, never written there.</summary>
internal sealed record Profile
{
    public string? Server { get; init; }

    public string? AdminServer { get; init; }

    public string? Account { get; init; }

    public bool Admin { get; init; }

    public string? OnBehalfOf { get; init; }

    public string? TrustedRoots { get; init; }

    public string? Language { get; init; }

    public string? Rate { get; init; }

    public string? PasswordFile { get; init; }

    public string? PasswordCommand { get; init; }

    public string? PreauthKeyFile { get; init; }

    public string? TokenFile { get; init; }
}
