using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Profiles;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Setup;

/// <summary>The settings in force, and where they are from. It asks no server, and reads no secret.</summary>
internal sealed class ConfigShow : ToolCommand
{
    public ConfigShow()
        : base("show", Purpose, "config show", "config show --profile asso --json") { }

    private static LocalizedText Purpose =>
        Sentence.Of($"Show the settings in force and the profiles.", $"Montrer les réglages en vigueur et les profils.");

    public static RecordShape<Settings> Shape { get; } =
        new RecordShape<Settings>("settings", "The settings in force.")
            .Text("file", settings => settings.File.Path, Labels.File)
            .Truth("fileExists", settings => settings.File.Exists, Labels.FileExists)
            .Texts("profiles", settings => settings.File.Profiles.Keys, Labels.Profiles)
            .Text("profile", settings => settings.ProfileName, Labels.Profile)
            .Text("server", settings => settings.Server, Labels.Server)
            .Text("adminServer", settings => settings.AdminServer, Labels.AdminServer)
            .Text("account", settings => settings.Account, Labels.Account)
            .Truth("admin", settings => settings.IsAdmin, Labels.Administrator)
            .Text("onBehalfOf", settings => settings.OnBehalfOf, Labels.Owner)
            .Text("trustedRoots", settings => settings.TrustedRoots, Labels.TrustedRoots)
            .Text("rate", settings => settings.Rate, Labels.Rate)
            .Text("language", settings => settings.Language, Labels.Language)
            .Text("secret", settings => SecretOf(settings.Profile), Labels.PasswordFrom);

    public override Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        run.Results.One(Shape, run.Settings());
        return Task.FromResult(ExitCode.Done);
    }

    // A command may have a secret in it.
    private static string? SecretOf(Profile profile) =>
        profile.TokenFile is { } token ? $"tokenFile {token}"
        : profile.PreauthKeyFile is { } key ? $"preauthKeyFile {key}"
        : profile.PasswordFile is { } file ? $"passwordFile {file}"
        : profile.PasswordCommand is not null ? "passwordCommand"
        : null;
}
