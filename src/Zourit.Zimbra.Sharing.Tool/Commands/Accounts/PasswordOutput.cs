using System.Text;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Accounts;

/// <summary>--passwords-out: a new password goes into a new file that only its owner may read, and nowhere else.</summary>
internal sealed class PasswordOutput : IDisposable
{
    private readonly FileStream _file;

    private PasswordOutput(FileStream file) => _file = file;

    /// <summary>Whether a failure leaves no doubt about what the server did: it was refused, or never asked.</summary>
    public static bool IsCertain(Exception exception) =>
        exception is ZimbraException or ArgumentException
        && Failure.Of(exception).Exit is ExitCode.NeedsEdit or ExitCode.Usage or ExitCode.Refused;

    public static TextOption New() =>
        new("--passwords-out", "FILE", Sentence.Of($"a new file for the new password", $"un nouveau fichier pour le mot de passe"));

    /// <summary>With --dry-run: what <see cref="Create"/> would refuse of a file that is named.</summary>
    /// <exception cref="ToolException">It exists.</exception>
    public static void Check(string? path)
    {
        if (path is not null && (File.Exists(path) || Directory.Exists(path)))
        {
            throw NotNew(path);
        }
    }

    /// <summary>Makes the file before anything is sent, so that no password is lost.</summary>
    /// <exception cref="ToolException">None is named, or it exists.</exception>
    public static PasswordOutput Create(string? path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new(
                new FileStream(
                    path
                        ?? throw ToolException.Usage(
                            Sentence.Of(
                                $"Name a new file for the password: --passwords-out FILE.",
                                $"Indiquez un nouveau fichier pour le mot de passe : --passwords-out FICHIER."
                            )
                        ),
                    options
                )
            );
        }
        catch (IOException)
        {
            throw NotNew(path!);
        }
    }

    public void Write(GuestIdentifier identifier, Secret password)
    {
        _file.Write(Encoding.UTF8.GetBytes($"{identifier.Value}\t{password.Reveal()}\n"));
        _file.Flush(flushToDisk: true);
    }

    /// <summary>Takes the file away, since its password is nobody's.</summary>
    public void Withdraw()
    {
        _file.Dispose();
        File.Delete(_file.Name);
    }

    public void Dispose() => _file.Dispose();

    private static ToolException NotNew(string path) =>
        ToolException.Usage(
            Sentence.Of(
                $"'{Excerpt.Of(path)}' exists already, or cannot be made: name a new file.",
                $"« {Excerpt.Of(path)} » existe déjà, ou ne peut pas être créé : indiquez un nouveau fichier."
            )
        );
}
