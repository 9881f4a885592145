using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.Recipes;

/// <summary>A folder with the files of the recipes, a profile, and a shell that finds the program and a <c>mail</c>.</summary>
internal sealed class Kitchen
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ToolWorld _world;

    public Kitchen(ToolWorld world)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no shell.");
        _world = world;
        foreach ((string name, string text) in RecipePage.Files)
        {
            world.Write(name, text);
        }

        Directory.CreateDirectory(Path.Combine(world.Folder, "bin"));
        Program("zimbra-share", $"exec '{string.Join("' '", ToolProcess.Program)}' \"$@\"");
        Program("mail", $"{{ echo \"$@\"; cat; }} >> '{Mailed}'");
        world.Write(
            "config.json",
            JsonSerializer.Serialize(
                new
                {
                    @default = "asso",
                    profiles = new
                    {
                        asso = new
                        {
                            server = world.Server.ServerUri,
                            account = ToolWorld.Owner,
                            passwordFile = world.PasswordFile,
                        },
                        admin = new
                        {
                            server = world.Server.ServerUri,
                            adminServer = world.Server.AdminUri,
                            account = world.Server.AdminName,
                            admin = true,
                            passwordFile = world.AdminPasswordFile,
                        },
                    },
                }
            )
        );
    }

    /// <summary>What <c>mail</c> got.</summary>
    public string Mailed => Path.Combine(_world.Folder, "mailed.txt");

    /// <summary>Runs lines; one that fails is the last.</summary>
    public async Task<(int Exit, string Output, string Error)> RunAsync(string lines)
    {
        var start = new ProcessStartInfo("sh", ["-eu", "-c", lines])
        {
            WorkingDirectory = _world.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["PATH"] = $"{Path.Combine(_world.Folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ZIMBRA_SHARE_CONFIG"] = Path.Combine(_world.Folder, "config.json");
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("CI");
        using Process shell = Process.Start(start)!;
        shell.StandardInput.Close();
        return await ToolProcess.EndAsync(shell);
    }

    private void Program(string name, string line)
    {
        string path = _world.Write(Path.Combine("bin", name), $"#!/bin/sh\n{line}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Executable);
        }
    }
}
