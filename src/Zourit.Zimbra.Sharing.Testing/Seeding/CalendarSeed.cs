using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.SeedFiles;
using Zourit.Zimbra.Sharing.Testing.State;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>Fills a folder, a calendar above all, before the test starts, and shares it.</summary>
public sealed class CalendarSeed
{
    private readonly MailFolder _folder;
    private readonly Mailbox _mailbox;
    private readonly DateTimeOffset _now;
    private readonly List<Action<ServerState>> _later;

    internal CalendarSeed(MailFolder folder, Mailbox mailbox, DateTimeOffset now, List<Action<ServerState>> later)
    {
        _folder = folder;
        _mailbox = mailbox;
        _now = now;
        _later = later;
    }

    /// <summary>The folder's id, for requests.</summary>
    public int FolderId => _folder.Id;

    /// <summary>Adds an event of UTC times.</summary>
    public CalendarSeed Event(string summary, DateTimeOffset start, DateTimeOffset end) => Event(summary, start, end, "PUBLIC");

    /// <summary>Adds an event of UTC times that only its owner sees in detail.</summary>
    public CalendarSeed PrivateEvent(string summary, DateTimeOffset start, DateTimeOffset end) => Event(summary, start, end, "PRIVATE");

    private CalendarSeed Event(string summary, DateTimeOffset start, DateTimeOffset end, string visibility) =>
        Item(
            new CalendarItem
            {
                Uid = Guid.NewGuid().ToString(),
                Summary = summary,
                Start = start.UtcDateTime,
                End = end.UtcDateTime,
                Class = visibility,
                Modified = _now,
            }
        );

    /// <summary>Adds an event in all detail: series, exceptions, zones, attendees.</summary>
    public CalendarSeed Item(CalendarItem item)
    {
        Argument.NotNull(item);
        _mailbox.Store(_folder, item, _now);
        return this;
    }

    /// <summary>Adds everything that an iCalendar text holds.</summary>
    /// <exception cref="FormatException">The text is no iCalendar.</exception>
    public CalendarSeed Ics(string text)
    {
        foreach (CalendarItem item in IcsImport.Read(text, _now))
        {
            _mailbox.Store(_folder, item, _now);
        }

        return this;
    }

    /// <summary>Flag letters besides those it has: <c>#</c> checked, <c>b</c> out of free/busy, <c>i</c> does not inherit rights.</summary>
    /// <exception cref="ArgumentException">A letter is no flag of folders.</exception>
    public CalendarSeed Flags(string letters)
    {
        Argument.NotNull(letters);
        SeedChecks.Require(SeedChecks.Flags(letters), nameof(letters));
        foreach (char letter in letters)
        {
            _folder.SetFlag(letter, on: true);
        }

        return this;
    }

    /// <summary>The colour's number, 0 to 127.</summary>
    /// <exception cref="ArgumentException">There is no such colour.</exception>
    public CalendarSeed Color(int number)
    {
        SeedChecks.Require(SeedChecks.Color(number), nameof(number));
        _folder.Color = number;
        return this;
    }

    /// <summary>A grant to a guest outside, as <c>gt="guest"</c> makes it.</summary>
    /// <param name="mail">The guest's address.</param>
    /// <param name="rights">Permission letters.</param>
    /// <param name="options">The grant's password and end; null for neither.</param>
    public CalendarSeed ShareWithGuest(string mail, string rights, GuestGrantOptions? options = null) =>
        Share(
            new SeededGrant
            {
                To = "guest",
                Name = mail,
                Rights = rights,
                Password = options?.Password,
                Expires = options?.Expiry,
            }
        );

    /// <summary>A grant to an account of this server; it may be seeded later.</summary>
    public CalendarSeed ShareWithUser(string account, string rights) =>
        Share(
            new SeededGrant
            {
                To = "usr",
                Name = account,
                Rights = rights,
            }
        );

    /// <summary>A grant to a distribution list of this server; it may be seeded later.</summary>
    public CalendarSeed ShareWithGroup(string address, string rights) =>
        Share(
            new SeededGrant
            {
                To = "grp",
                Name = address,
                Rights = rights,
            }
        );

    /// <summary>A grant to everybody, signed in or not.</summary>
    public CalendarSeed SharePublicly(string rights) => Share(new SeededGrant { To = "pub", Rights = rights });

    /// <summary>A grant to every account of this server.</summary>
    public CalendarSeed ShareWithAllAccounts(string rights) => Share(new SeededGrant { To = "all", Rights = rights });

    // Grantees may stand further down in the seed: grants are made when all of it is there.
    private CalendarSeed Share(SeededGrant grant)
    {
        _later.Add(server => new MailboxSeeding(server.Directory).Add(_folder, grant));
        return this;
    }
}
