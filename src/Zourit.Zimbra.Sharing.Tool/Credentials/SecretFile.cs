using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Terminals;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Credentials;

/// <summary>The first line of a file, or of standard input.</summary>
internal static class SecretFile
{
    private const string StandardInput = "-";
    private const int MaxLetters = 8 * 1024;

    public static async Task<Secret> ReadAsync(string path, Terminal terminal, CancellationToken cancellationToken)
    {
        if (path == StandardInput)
        {
            return Checked(await FirstLineAsync(terminal.Input, cancellationToken), path);
        }

        try
        {
            using var file = new StreamReader(path);
            return Checked(await FirstLineAsync(file, cancellationToken), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ToolException.Usage(
                Sentence.Of($"There is no file '{Excerpt.Of(path)}'.", $"Le fichier « {Excerpt.Of(path)} » n'existe pas.")
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw ToolException.Usage(
                Sentence.Of($"The file '{Excerpt.Of(path)}' cannot be read.", $"Le fichier « {Excerpt.Of(path)} » ne peut pas être lu.")
            );
        }
    }

    // A file that is not what was meant (a disk, a core dump) is not read to its end.
    private static async Task<string> FirstLineAsync(TextReader text, CancellationToken cancellationToken)
    {
        char[] letters = new char[MaxLetters];
        int count = await text.ReadBlockAsync(letters, cancellationToken);
        string read = new(letters, 0, count);
        return read.Split('\n')[0].TrimEnd('\r');
    }

    private static Secret Checked(string line, string path) =>
        line.Length is > 0 and < MaxLetters
            ? new Secret(line)
            : throw ToolException.Usage(
                path == StandardInput
                    ? Sentence.Of($"Standard input holds no secret in its first line.", $"L'entrée standard ne contient aucun secret.")
                    : Sentence.Of(
                        $"The file '{Excerpt.Of(path)}' holds no secret in its first line.",
                        $"Le fichier « {Excerpt.Of(path)} » ne contient aucun secret à sa première ligne."
                    )
            );
}
