using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Xml;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// The path of a folder in a mailbox, e.g. <c>/my-events</c> or <c>/Asso/Sorties</c>. It keeps to the server's rules for names (1 to 255
/// characters, none of <c>/ : "</c>, tab or line ends, not <c>.</c> or <c>..</c>), ignores letter case as the server does, and does not
/// normalise Unicode, as the server does not.
/// </summary>
public readonly partial struct FolderPath : IEquatable<FolderPath>
{
    private const int MaxNameLength = 255;

    private readonly string? _value;

    private FolderPath(string value) => _value = value;

    /// <summary>The root of the user's folders, <c>/</c>; also the value of <c>default</c>.</summary>
    public static FolderPath Root => default;

    /// <summary>The whole path with its leading slash.</summary>
    public string Value => _value ?? "/";

    /// <summary>The leaf name; empty for the root.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>Whether this is <see cref="Root"/>.</summary>
    public bool IsRoot => _value is null;

    /// <summary>The names from the root down; none for the root.</summary>
    public IReadOnlyList<string> Segments => IsRoot ? [] : Value[1..].Split('/');

    /// <summary>Reads a path.</summary>
    /// <param name="text">The path; the leading slash may be left out, one trailing slash and spaces at the end of a name are dropped as
    /// the server does.</param>
    /// <exception cref="ArgumentException">A name in the path is not one that the server takes; the message says which and why.</exception>
    public static FolderPath Parse(string text) => ParseArgument(text);

    /// <summary>Reads a path.</summary>
    /// <param name="text">The path, as for <see cref="Parse"/>.</param>
    /// <param name="path">The path; <see cref="Root"/> when the answer is false.</param>
    /// <returns>Whether the text is a path that the server takes.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out FolderPath path)
    {
        path = default;
        return text is not null && Read(text, out path) is null;
    }

    /// <summary>The path of a folder below this one.</summary>
    /// <param name="name">The folder's name.</param>
    /// <exception cref="ArgumentException">The server does not take such a name.</exception>
    public FolderPath Append(string name)
    {
        Argument.NotNull(name);
        string trimmed = name.TrimEnd(' ');
        return Problem(trimmed) is { } problem ? throw Argument.Invalid(problem, nameof(name)) : new FolderPath($"{_value}/{trimmed}");
    }

    /// <summary>Whether both name the same folder: letter case does not count, composed and decomposed accents do.</summary>
    public bool Equals(FolderPath other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FolderPath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The whole path, <see cref="Value"/>.</summary>
    public override string ToString() => Value;

    /// <summary>Whether both name the same folder.</summary>
    public static bool operator ==(FolderPath left, FolderPath right) => left.Equals(right);

    /// <summary>Whether they name different folders.</summary>
    public static bool operator !=(FolderPath left, FolderPath right) => !left.Equals(right);

    /// <summary>A path that the server gave: it exists, whatever today's rules for new names are.</summary>
    internal static FolderPath FromServer(string path) => path is "" or "/" ? Root : new FolderPath(path);

    /// <summary>Reads a path that the caller of a public method gave, and names it as they do when it is invalid.</summary>
    internal static FolderPath ParseArgument([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? parameter = null)
    {
        Argument.NotNull(text, parameter);
        return Read(text, out FolderPath path) is { } problem ? throw Argument.Invalid(problem, parameter) : path;
    }

    private static LocalizedText? Read(string text, out FolderPath path)
    {
        path = default;
        string inner = text.StartsWith('/') ? text[1..] : text;
        inner = inner.EndsWith('/') ? inner[..^1] : inner;
        if (inner.Length == 0)
        {
            return text.StartsWith('/') ? null : FolderPathTexts.Empty;
        }

        string[] names = inner.Split('/');
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = names[i].TrimEnd(' ');
            if (Problem(names[i]) is { } problem)
            {
                return FolderPathTexts.NoPath(Quoted.Of(text), problem);
            }
        }

        path = new FolderPath("/" + string.Join('/', names));
        return null;
    }

    private static LocalizedText? Problem(string name)
    {
        if (name.Length == 0)
        {
            return FolderPathTexts.NoName;
        }

        if (name.Length > MaxNameLength)
        {
            return FolderPathTexts.LongName(MaxNameLength, name.Length);
        }

        if (name is "." or "..")
        {
            return FolderPathTexts.Dots(name);
        }

        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c is '/' or ':' or '"' or '\t' or '\r' or '\n')
            {
                return FolderPathTexts.NotTaken(Quoted.Of(name), Describe(c), i);
            }

            if (i + 1 < name.Length && XmlConvert.IsXmlSurrogatePair(name[i + 1], c))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(c))
            {
                return FolderPathTexts.NotCarried(Describe(c), i);
            }
        }

        return null;
    }

    private static string Describe(char c) => c is '/' or ':' or '"' ? $"'{c}'" : $"U+{(int)c:X4}";
}
