using Zourit.Zimbra.Sharing.Plans.Shapes;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>The keys of manifests and policies, and what each means.</summary>
internal static class ManifestShapes
{
    private const string Address = "^[^@\\s]+@[^@\\s]+$";

    /// <summary>The columns that a list may have.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    ["owner", "calendar", "guest", "user", "public", "rights", "expires", "notify", "note", "account", "absent"];

    public static LimitsShape Limits { get; } = new();

    public static MapShape Manifest { get; } =
        new(
            "Who may see which calendars of a Zimbra server.",
            [
                new("version", new TextShape("The version of this format.", ["1"]), IsRequired: true),
                new(
                    "timezone",
                    new TextShape("The time zone of all dates, by its IANA name, e.g. Europe/Paris. Required where a date appears.")
                ),
                new("scope", Scope()),
                new(
                    "keep",
                    new ListShape(
                        "Shares that are never removed: GUEST, /CALENDAR:GUEST or /CALENDAR, with the wildcards * and **.",
                        new TextShape("GUEST, /CALENDAR:GUEST or /CALENDAR.")
                    )
                ),
                new("limits", Limits.Shape),
                new(
                    "leavers",
                    new TextShape(
                        "What becomes of the account of a guest with whom nothing is shared any more: nothing, or it is suspended, "
                            + "or suspended and deleted 30 days later. Only accounts that these runs made are touched.",
                        ["revoke", "suspend", "retire"]
                    )
                ),
                new("defaults", Defaults()),
                new(
                    "groups",
                    new NamedShape("Lists of addresses by a name without @.", new ListShape("The addresses.", AddressOf("An address.")))
                ),
                new("shares", new ListShape("The shares.", Entry()), IsRequired: true),
            ]
        );

    public static MapShape Policy { get; } =
        new(
            "What manifests may say. It is kept where those who write manifests cannot change it; "
                + "what it does not mention it does not bound.",
            [
                new("version", new TextShape("The version of this format.", ["1"]), IsRequired: true),
                new("owners", Patterns("The owners whose calendars may be shared, e.g. *@monasso.org.")),
                new("rights", new TextShape("The most rights that a share may have, e.g. r.", Pattern: "^[rwidxapfc]+$")),
                new("guests", Patterns("The guests whom calendars may be shared with, e.g. *@partner.example.")),
                new("public", new BooleanShape("Whether calendars may be shared with everybody.")),
                new("users", new BooleanShape("Whether calendars may be shared with accounts of the server.")),
                new("accounts", new BooleanShape("Whether accounts may be made for guests, suspended and deleted.")),
                new("notes", new BooleanShape("Whether mails may have a note.")),
                new("limits", Limits.Shape),
                new(
                    "approve",
                    new ListShape(
                        "What is done only from a saved plan whose SHA-256 is given.",
                        new TextShape("A kind of change.", ["public", "write", "account"])
                    )
                ),
            ]
        );

    private static MapShape Scope() =>
        new(
            "What pruning may touch.",
            [
                new("owners", Patterns("The owners, at least a domain: *@monasso.org."), IsRequired: true),
                new("calendars", Patterns("The calendars; all where this is left out.")),
                new(
                    "kinds",
                    new ListShape(
                        "Whom they are shared with; guests where this is left out.",
                        new TextShape("A kind.", ["guest", "public", "user"])
                    )
                ),
            ]
        );

    private static MapShape Defaults() => new("What lines mean that do not say it themselves.", [Rights(), Expires(), Notify(), Note()]);

    private static ChoiceShape Entry() => new("Shares, or the file that lists them.", "file", FileEntry(), ShareEntry());

    private static MapShape ShareEntry() =>
        new(
            "Calendars and whom they are shared with.",
            [
                new("owner", AddressOf("The account that has the calendar.")),
                new("owners", new ListShape("Several accounts.", AddressOf("An account."))),
                new("calendar", new TextShape("The calendar's path, e.g. /my-events.")),
                new("calendars", new ListShape("Several calendars.", new TextShape("A calendar's path."))),
                new("guest", new TextShape("A guest's address, or the name of a group.")),
                new("guests", new ListShape("Several guests.", new TextShape("A guest's address, or the name of a group."))),
                new("user", new TextShape("An account or distribution list of the server, or the name of a group.")),
                new("users", new ListShape("Several users.", new TextShape("A user's address, or the name of a group."))),
                new("public", new BooleanShape("Everybody.", Only: true)),
                Rights(),
                Expires(),
                Notify(),
                Note(),
                Account(),
                new(
                    "absent",
                    new BooleanShape("Not shared: removed where it exists; from every calendar where none is named.", Only: true)
                ),
            ]
        )
        {
            OneOf =
            [
                ["owner", "owners"],
                ["guest", "guests", "user", "users", "public"],
            ],
            AtMostOneOf =
            [
                ["calendar", "calendars"],
            ],
        };

    private static MapShape FileEntry() =>
        new(
            "A list in a CSV file, and what its rows may say.",
            [
                new("file", new TextShape("The file, below the manifest's folder.")),
                new(
                    "owners",
                    new ListShape(
                        "The accounts that have the calendars; patterns where there is a column owner.",
                        new TextShape("An account.")
                    ),
                    IsRequired: true
                ),
                new(
                    "calendars",
                    new ListShape("The calendars; patterns where there is a column calendar.", new TextShape("A calendar.")),
                    IsRequired: true
                ),
                new(
                    "columns",
                    new ListShape(
                        "The columns that the file may have; guest and expires where this is left out.",
                        new TextShape("A column.", Columns)
                    )
                ),
                new(
                    "max-rights",
                    new TextShape("The most rights that a row may give; r where this is left out.", Pattern: "^[rwidxapfc]+$")
                ),
                new("dates", new TextShape("How dates are written, e.g. dd/MM/yyyy; yyyy-MM-dd where this is left out.")),
                Rights(),
                Expires(),
                Notify(),
                Note(),
                Account(),
            ]
        );

    private static KeyShape Account() =>
        new(
            "account",
            new BooleanShape("The guest has an account of the server, with the calendar in it; it is made if it is missing.", Only: true)
        );

    private static KeyShape Rights() =>
        new("rights", new TextShape("Zimbra's permission letters, e.g. r or rwidx.", Pattern: "^[rwidxapfc]+$"));

    private static KeyShape Expires() =>
        new("expires", new TextShape("The last day (it ends at the midnight after it), a time with its offset from UTC, or never."));

    private static KeyShape Notify() =>
        new(
            "notify",
            new TextShape(
                "Whether the server mails: once a share is created, never, or once to whom nobody mailed.",
                ["created", "never", "ensure"]
            )
        );

    private static KeyShape Note() => new("note", new TextShape("A text of the owner's in the mail."));

    private static TextShape AddressOf(string description) => new(description, Pattern: Address);

    private static ListShape Patterns(string description) =>
        new(description, new TextShape("A pattern: * within a part, ** across parts."));
}
