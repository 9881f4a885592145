namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A folder of a mailbox, or a mountpoint when <see cref="Link"/> is set.</summary>
public sealed class MailFolder(int id, string name, MailFolder? parent, string view)
{
    /// <summary>The id; user folders start at 257.</summary>
    public int Id { get; } = id;

    /// <summary>The UUID.</summary>
    public string Uuid { get; } = Guid.NewGuid().ToString();

    /// <summary>The mailbox's change number when the folder was made (<c>rev</c>).</summary>
    public int CreatedAt { get; internal init; } = 1;

    /// <summary>The mailbox's change number when the folder itself, its ACL included, was last changed (<c>ms</c>).</summary>
    public int ChangedAt { get; internal set; } = 1;

    /// <summary>The mailbox's change number when something in the folder was last added, changed or removed (<c>i4ms</c>).</summary>
    public int ContentChangedAt { get; internal set; } = 1;

    /// <summary>When the folder was made.</summary>
    internal DateTimeOffset CreatedOn { get; init; }

    /// <summary>When the folder itself was last changed.</summary>
    internal DateTimeOffset ChangedOn { get; set; }

    /// <summary>The leaf name, not translated.</summary>
    public string Name { get; set; } = name;

    /// <summary>The parent; null for the topmost folder (id 11).</summary>
    public MailFolder? Parent { get; set; } = parent;

    /// <summary>The default view's word, empty when unknown.</summary>
    public string View { get; set; } = view;

    // What the server's language takes for blanks: a no-break space is a letter of the name.
    private static readonly char[] Blanks = [.. Enumerable.Range(0, ' ' + 1).Select(letter => (char)letter)];

    /// <summary>The letters that a folder's flags can be, in the server's order.</summary>
    internal const string FlagLetters = "*b#iy~o";

    /// <summary>
    /// Flag letters in the server's order: <c>b</c> out of free/busy, <c>#</c> checked, <c>i</c> does not inherit rights; others are
    /// dropped.
    /// </summary>
    public string Flags
    {
        get;
        set => field = new string([.. FlagLetters.Where(flag => value.Contains(flag, StringComparison.Ordinal))]);
    } = "";

    /// <summary>The colour's number; 0 for the default.</summary>
    public int Color { get; set; }

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public string? Rgb { get; set; }

    /// <summary>The folder's own ACL; used only with flag <c>i</c>.</summary>
    public AccessList? Acl { get; set; }

    /// <summary>Set for a mountpoint.</summary>
    public MountpointLink? Link { get; init; }

    /// <summary>Kept offline by the web client, days.</summary>
    public int OfflineDays { get; set; }

    /// <summary>Kept off mobile devices; mountpoints are, until asked otherwise.</summary>
    public bool ActiveSyncDisabled { get; set; }

    /// <summary>Child folders.</summary>
    public List<MailFolder> Children { get; } = [];

    /// <summary>Calendar items that lie directly in the folder.</summary>
    public List<Calendar.CalendarItem> Items { get; } = [];

    /// <summary>Documents in the folder.</summary>
    internal List<StoredDocument> Documents { get; } = [];

    /// <summary>Whether the folder has its own ACL (flag <c>i</c>).</summary>
    public bool NoInherit => Flags.Contains('i', StringComparison.Ordinal);

    /// <summary>System folders cannot be renamed, moved or deleted.</summary>
    public bool IsSystem => Id < 257;

    /// <summary>The whole path, e.g. <c>/Calendar</c>.</summary>
    public string Path =>
        Parent is null || Id == SystemFolder.UserRoot ? "/"
        : Parent.Id == SystemFolder.UserRoot ? "/" + Name
        : Parent.Path + "/" + Name;

    /// <summary>The ACL in force: its own with flag <c>i</c>, else the nearest ancestor's.</summary>
    public AccessList EffectiveAcl => NoInherit ? Acl ??= new AccessList() : Parent?.EffectiveAcl ?? new AccessList();

    /// <summary>A folder in this one, in whatever case its name is written; blanks after the name count for nothing.</summary>
    internal MailFolder? ChildNamed(string name) =>
        Children.FirstOrDefault(child => string.Equals(child.Name, name.TrimEnd(Blanks), StringComparison.OrdinalIgnoreCase));

    /// <summary>This folder and all below it, parents first.</summary>
    public IEnumerable<MailFolder> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    /// <summary>
    /// Sets a flag; setting <c>i</c> copies the inherited list, clearing it erases the folder's own (docs/protocol.md §4.1).
    /// </summary>
    public void SetFlag(char flag, bool on)
    {
        bool was = Flags.Contains(flag, StringComparison.Ordinal);
        if (was == on)
        {
            return;
        }

        if (flag == 'i')
        {
            Acl = on ? EffectiveAcl.Copy() : null;
        }

        Flags = on ? Flags + flag : Flags.Replace(flag.ToString(), "", StringComparison.Ordinal);
    }
}
