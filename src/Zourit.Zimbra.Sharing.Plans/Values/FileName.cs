using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>Names of files that callers give.</summary>
internal static class FileName
{
    /// <exception cref="ArgumentException">It is empty, or no file can have it.</exception>
    public static void Require([NotNull] string? path, [CallerArgumentExpression(nameof(path))] string? parameter = null)
    {
        Argument.NotEmpty(path, parameter);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw Argument.Invalid(
                Sentence.Of(
                    $"'{Excerpt.Of(path)}' is no name of a file: it holds a NUL character.",
                    $"« {Excerpt.Of(path)} » n'est pas un nom de fichier : il contient un caractère NUL."
                ),
                parameter
            );
        }
    }
}
