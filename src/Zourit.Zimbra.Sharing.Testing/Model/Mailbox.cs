using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>An account's mailbox: the folder tree with its well-known ids (docs/protocol.md §3.6), messages, and counters.</summary>
public sealed class Mailbox
{
    private readonly Dictionary<string, int> _conversations = [];
    private readonly Dictionary<int, (int Revision, int Change)> _refused = [];
    private readonly TimeProvider _time;
    private int _nextId = 257;

    internal Mailbox(int number, TimeProvider time)
    {
        _time = time;
        Number = number;
        Root = new MailFolder(11, "ROOT", null, "") { CreatedOn = time.GetUtcNow(), ChangedOn = time.GetUtcNow() };
        UserRoot = Add(1, "USER_ROOT", Root, "");
        Add(16, "Briefcase", UserRoot, "document");
        Add(10, "Calendar", UserRoot, "appointment").Flags = "#";
        Add(14, "Chats", UserRoot, "message");
        Add(7, "Contacts", UserRoot, "contact");
        Add(6, "Drafts", UserRoot, "message", 30);
        Add(13, "Emailed Contacts", UserRoot, "contact");
        Add(20, "Files shared with me", UserRoot, "document");
        Add(2, "Inbox", UserRoot, "message", 30);
        Add(4, "Junk", UserRoot, "message");
        Add(5, "Sent", UserRoot, "message", 30);
        Add(15, "Tasks", UserRoot, "task").Flags = "#";
        Add(3, "Trash", UserRoot, "", 30);
    }

    /// <summary>The mailbox's number on the server.</summary>
    public int Number { get; }

    /// <summary>The topmost folder (id 11).</summary>
    public MailFolder Root { get; }

    /// <summary>The user's root (id 1).</summary>
    public MailFolder UserRoot { get; }

    /// <summary>Messages, oldest first.</summary>
    public List<SentMessage> Messages { get; } = [];

    /// <summary>The change number; every change raises it.</summary>
    public int ChangeNumber { get; private set; } = 1;

    /// <summary>When a notification session was last used; null for never.</summary>
    internal DateTimeOffset? LastSession { get; set; }

    /// <summary>How much it holds, in bytes.</summary>
    internal long Size => Messages.Sum(message => (long)message.Mail.Raw.Length);

    /// <summary>All folders.</summary>
    public IEnumerable<MailFolder> Folders => Root.SelfAndDescendants();

    /// <summary>The folder with an id, or null.</summary>
    public MailFolder? FindById(int id) => Folders.FirstOrDefault(folder => folder.Id == id);

    /// <summary>The folder at a path, letter case ignored, or null.</summary>
    public MailFolder? Find(string path) => Below(UserRoot, path);

    internal static MailFolder? Below(MailFolder root, string path)
    {
        MailFolder? folder = root;
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            folder = folder?.ChildNamed(segment);
        }

        return folder;
    }

    internal int TakeId() => _nextId++;

    /// <summary>
    /// A change of an item that was refused when it was half done: the server's memory keeps its number, until a folder is deleted.
    /// </summary>
    internal void Refuse(CalendarItem item) => _refused[item.Id] = (item.Revision, ChangeNumber + 1);

    /// <summary>The number of an item's refused change; null where no change was refused since it was stored.</summary>
    internal int? RefusedChange(CalendarItem item) =>
        _refused.TryGetValue(item.Id, out (int Revision, int Change) refused) && refused.Revision == item.Revision ? refused.Change : null;

    /// <summary>A folder was deleted for good.</summary>
    internal void Forget() => _refused.Clear();

    internal int Touch() => ++ChangeNumber;

    /// <summary>A change of a folder itself: its name, place, colour, flags or ACL.</summary>
    internal int Touch(MailFolder folder)
    {
        folder.ChangedOn = _time.GetUtcNow();
        return folder.ChangedAt = Touch();
    }

    internal MailFolder AddFolder(string name, MailFolder parent, string view, MountpointLink? link = null)
    {
        int number = Touch();
        var folder = new MailFolder(TakeId(), name, parent, view)
        {
            Link = link,
            ActiveSyncDisabled = link is not null,
            CreatedAt = number,
            ChangedAt = number,
            ContentChangedAt = number,
            CreatedOn = _time.GetUtcNow(),
            ChangedOn = _time.GetUtcNow(),
        };
        parent.Children.Add(folder);
        return folder;
    }

    /// <summary>
    /// The second message of a subject makes a conversation of the two; before that a message is one by itself (recordings 12-10, 12-18).
    /// </summary>
    internal void Thread(OutgoingMail mail)
    {
        if (!_conversations.ContainsKey(mail.ThreadTopic) && Messages.Count(message => message.Mail.ThreadTopic == mail.ThreadTopic) > 1)
        {
            _conversations[mail.ThreadTopic] = TakeId();
        }
    }

    /// <summary>The id of a message's conversation; negative for a message by itself.</summary>
    internal int ConversationOf(SentMessage message) => _conversations.TryGetValue(message.Mail.ThreadTopic, out int id) ? id : -message.Id;

    /// <summary>
    /// Puts an item into a calendar. An item of that UID that the mailbox holds already, in whatever folder, is replaced when the new one
    /// is later by its SEQUENCE and DTSTAMP, and stays as it is otherwise (recordings 06-16, 07-05, 07-06).
    /// </summary>
    internal CalendarItem Store(MailFolder folder, CalendarItem item, DateTimeOffset now)
    {
        foreach (MailFolder home in Folders)
        {
            int at = home.Items.FindIndex(candidate => candidate.Uid == item.Uid);
            if (at < 0)
            {
                continue;
            }

            int invite = TakeId();
            CalendarItem known = home.Items[at];
            bool later = item.Sequence > known.Sequence || (item.Sequence == known.Sequence && item.Modified > known.Modified);
            return later ? Replace(home, known, item with { InviteId = invite }, now) : known;
        }

        return Add(folder, item, now);
    }

    /// <summary>Puts a new item into a calendar, whatever else has its UID.</summary>
    /// <param name="folder">The calendar.</param>
    /// <param name="item">The item.</param>
    /// <param name="now">Now.</param>
    /// <param name="message">The id of the message that brought it; null for a new one.</param>
    internal CalendarItem Add(MailFolder folder, CalendarItem item, DateTimeOffset now, int? message = null)
    {
        int revision = Touch();
        int invite = message ?? TakeId();
        CalendarItem stored = item with { Id = TakeId(), InviteId = invite, StoredAt = now, Revision = revision, ChangedAt = revision };
        folder.Items.Add(stored);
        folder.ContentChangedAt = revision;
        return stored;
    }

    /// <summary>Puts a changed item in the place of one, and gives its new state.</summary>
    internal CalendarItem Replace(MailFolder folder, CalendarItem known, CalendarItem changed, DateTimeOffset now)
    {
        int revision = Touch();
        CalendarItem stored = changed with { Id = known.Id, StoredAt = now, Revision = revision, ChangedAt = revision, IsRevised = true };
        folder.Items[folder.Items.IndexOf(known)] = stored;
        folder.ContentChangedAt = revision;
        return stored;
    }

    /// <summary>Takes an item out of its folder, into another one or for good.</summary>
    internal void Move(MailFolder from, CalendarItem item, MailFolder? to)
    {
        int revision = Touch();
        from.Items.Remove(item);
        from.ContentChangedAt = revision;
        if (to is not null)
        {
            to.Items.Add(item with { ChangedAt = revision });
            to.ContentChangedAt = revision;
        }
    }

    private MailFolder Add(int id, string name, MailFolder parent, string view, int offlineDays = 0)
    {
        var folder = new MailFolder(id, name, parent, view)
        {
            OfflineDays = offlineDays,
            CreatedOn = _time.GetUtcNow(),
            ChangedOn = _time.GetUtcNow(),
        };
        parent.Children.Add(folder);
        return folder;
    }
}
