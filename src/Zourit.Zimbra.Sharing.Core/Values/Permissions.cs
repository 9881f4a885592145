using System.Diagnostics.CodeAnalysis;

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// What a grantee may do with a folder: Zimbra's permission letters (<c>perm</c>). Join sets with <c>|</c>, e.g. <c>Permissions.Read |
/// Permissions.FreeBusy</c>. The letter <c>c</c> (create subfolders) is worked out by the server from <c>r</c> and <c>i</c>: it is taken
/// and ignored, see <see cref="CanCreateSubfolders"/>.
/// </summary>
public readonly partial struct Permissions : IEquatable<Permissions>
{
    // In the server's order of output (docs/protocol.md §3.4).
    private const string Alphabet = "rwidxapf";
    private const char ComputedLetter = 'c';

    private readonly int _set;

    private Permissions(int set) => _set = set;

    /// <summary>Nothing: a grant without rights (empty <c>perm</c>).</summary>
    public static Permissions None => default;

    /// <summary>See the items (<c>r</c>).</summary>
    public static Permissions Read => Of('r');

    /// <summary>Change items (<c>w</c>).</summary>
    public static Permissions Write => Of('w');

    /// <summary>Add items (<c>i</c>).</summary>
    public static Permissions Insert => Of('i');

    /// <summary>Delete items (<c>d</c>).</summary>
    public static Permissions Delete => Of('d');

    /// <summary>Answer invitations on the owner's behalf (<c>x</c>).</summary>
    public static Permissions WorkflowAction => Of('x');

    /// <summary>
    /// Share the folder further (<c>a</c>); only for internal users and groups, else the server answers <c>mail.CANNOT_GRANT</c>.
    /// </summary>
    public static Permissions Administer => Of('a');

    /// <summary>See private appointments (<c>p</c>).</summary>
    public static Permissions SeePrivate => Of('p');

    /// <summary>See free/busy (<c>f</c>).</summary>
    public static Permissions FreeBusy => Of('f');

    /// <summary>The web client's role of a reader, <c>r</c>.</summary>
    public static Permissions Viewer => Read;

    /// <summary>
    /// See, change and add events, and delete none (<c>rwi</c>); no role of the web client. The largest set with which a guest's program
    /// cannot delete the calendar itself: with <see cref="Delete"/> CalDAV lets it, for good. With <see cref="Write"/>, so here too, it can
    /// rename the calendar. Private events stay closed to it: adding one, or changing one, needs <see cref="SeePrivate"/>.
    /// </summary>
    public static Permissions Editor => Read | Write | Insert;

    /// <summary>
    /// The web client's role of somebody who keeps the calendar, <c>rwidx</c>. A guest's calendar program can then delete the whole
    /// calendar by CalDAV, for good: see <see cref="Editor"/>.
    /// </summary>
    public static Permissions Manager => Read | Write | Insert | Delete | WorkflowAction;

    /// <summary>A manager who may also share the folder further, <c>rwidxa</c>; only for internal users and groups.</summary>
    public static Permissions Admin => Manager | Administer;

    /// <summary>The letters in the server's order, <c>rwidxapf</c>; empty for <see cref="None"/>.</summary>
    public string Letters
    {
        get
        {
            int set = _set;
            return string.Concat(Alphabet.Where((_, index) => (set & (1 << index)) != 0));
        }
    }

    /// <summary>The web client's role, worked out without <see cref="SeePrivate"/>, as in the server's share mails.</summary>
    public PermissionRole Role
    {
        get
        {
            int set = _set & ~SeePrivate._set;
            return set == 0 ? PermissionRole.None
                : set == Viewer._set ? PermissionRole.Viewer
                : set == Manager._set ? PermissionRole.Manager
                : set == Admin._set ? PermissionRole.Admin
                : PermissionRole.Custom;
        }
    }

    /// <summary>
    /// Whether the grantee may create subfolders: the letter <c>c</c> that the server shows for a set with <c>r</c> and <c>i</c>.
    /// </summary>
    public bool CanCreateSubfolders => Includes(Read | Insert);

    /// <summary>Reads permission letters.</summary>
    /// <param name="letters">Any of <c>r w i d x a p f c</c> in any order, small letters only; repeated ones do no harm; empty is
    /// <see cref="None"/>.</param>
    /// <exception cref="ArgumentException">A character is no permission letter (the server answers
    /// <c>service.INVALID_REQUEST</c>).</exception>
    public static Permissions Parse(string letters)
    {
        Argument.NotNull(letters);
        return Interpret(letters, out Permissions permissions) is { } problem
            ? throw Argument.Invalid(problem, nameof(letters))
            : permissions;
    }

    /// <summary>Reads permission letters.</summary>
    /// <param name="letters">As for <see cref="Parse"/>.</param>
    /// <param name="permissions">The set; <see cref="None"/> when the answer is false.</param>
    /// <returns>Whether all characters are permission letters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? letters, out Permissions permissions)
    {
        permissions = default;
        return letters is not null && Interpret(letters, out permissions) is null;
    }

    /// <summary>Whether every right of <paramref name="other"/> is in this set.</summary>
    public bool Includes(Permissions other) => (_set & other._set) == other._set;

    /// <summary>The same with the right to see private appointments (<c>p</c>).</summary>
    public Permissions WithPrivate() => this | SeePrivate;

    /// <summary>All rights of both.</summary>
    public Permissions BitwiseOr(Permissions other) => new(_set | other._set);

    /// <summary>Whether both hold the same rights.</summary>
    public bool Equals(Permissions other) => _set == other._set;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Permissions other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _set;

    /// <summary>The letters, as <see cref="Letters"/>.</summary>
    public override string ToString() => Letters;

    /// <summary>All rights of both.</summary>
    public static Permissions operator |(Permissions left, Permissions right) => left.BitwiseOr(right);

    /// <summary>Whether both hold the same rights.</summary>
    public static bool operator ==(Permissions left, Permissions right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Permissions left, Permissions right) => !left.Equals(right);

    /// <summary>Reads the letters of a reply: one that a later server may add is passed over.</summary>
    internal static Permissions ParseLenient(string letters) =>
        new(
            letters
                .Select(letter => Alphabet.IndexOf(letter, StringComparison.Ordinal))
                .Where(index => index >= 0)
                .Aggregate(0, (set, index) => set | (1 << index))
        );

    private static Permissions Of(char letter) => new(1 << Alphabet.IndexOf(letter, StringComparison.Ordinal));

    private static LocalizedText? Interpret(string letters, out Permissions permissions)
    {
        foreach (char letter in letters)
        {
            if (letter != ComputedLetter && !Alphabet.Contains(letter, StringComparison.Ordinal))
            {
                permissions = default;
                return LocalizedText.Format(
                    $"'{Quoted.Of(letters)}' holds '{letter}', which is no permission letter. Use r w i d x a p f, in small letters, e.g. "
                        + $"'r' or 'rwidx'.",
                    $"« {Quoted.Of(letters)} » contient « {letter} », qui n'est pas une lettre de droit. Utilisez r w i d x a p f, en "
                        + $"minuscules, par exemple « r » ou « rwidx »."
                );
            }
        }

        permissions = ParseLenient(letters);
        return null;
    }
}
