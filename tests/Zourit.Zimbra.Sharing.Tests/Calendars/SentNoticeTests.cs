using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>What a copy in the Sent folder proves: which folder it is about, for whom, and what it says, in any language.</summary>
public sealed class SentNoticeTests
{
    private const string Guest = "adresse@orange.fr";

    // docs/protocol.md §12.2: for that guest, folder 10 of this owner.
    private const string OwnerId = "8c2a3b5e-0f1d-4f7e-9a53-6d1f0c7e2b44";
    private const string Link =
        "https://mail1.example.net/service/extuserprov/?p=0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169643d33363a3863326133623565"
        + "2d306631642d346637652d396135332d3664316630633765326234343b6669643d323a31303b656d61696c3d31373a61647265737365406f72616e6765"
        + "2e66723b";

    private static readonly SharedFolder Calendar = Folder("10", "/Calendar");

    [Theory]
    [InlineData("Share Created: Calendar shared by Mon asso", ShareNotice.Created)]
    [InlineData("Share Modified: Calendar shared by Mon asso", ShareNotice.Edited)]
    [InlineData("Share Revoked: Calendar shared by Mon asso", ShareNotice.Revoked)]
    [InlineData("Share Expired: Calendar shared by Mon asso", ShareNotice.Expired)]
    [InlineData("Partage créé: Calendrier partagé par Mon asso", ShareNotice.Created)]
    [InlineData("Partage modifié : Calendrier partagé par Mon asso", ShareNotice.Edited)]
    [InlineData("Partage retiré\u00a0: Calendrier partagé par Mon asso", ShareNotice.Revoked)]
    [InlineData("partage EXPIRÉ: Calendrier partagé par Mon asso", ShareNotice.Expired)]
    public void The_words_of_a_known_language_tell_what_and_the_default_calendar_s_name_is_known(string subject, ShareNotice notice)
    {
        string name = subject.Contains("Calendrier", StringComparison.Ordinal) ? "Calendrier" : "Calendar";

        Assert.Equal(
            new SentNotice(notice, IsCertain: true),
            Read(Calendar, subject, Text(name, isOver: notice is ShareNotice.Revoked or ShareNotice.Expired))
        );
    }

    [Fact]
    public void A_mail_about_another_calendar_is_no_proof_because_the_owner_s_name_holds_this_one_s()
    {
        SharedFolder amis = Folder("257", "/Amis");

        Assert.Null(Read(amis, "Share Modified: Sorties shared by Les Amis du Lac", Text("Sorties", owner: "Les Amis du Lac")));
        Assert.Null(Read(amis, "Share Modified: Amis du Lac shared by Mon asso", Text("Amis du Lac")));
        Assert.NotNull(Read(amis, "Share Modified: Amis shared by Les Amis du Lac", Text("Amis", owner: "Les Amis du Lac")));
    }

    [Fact]
    public void In_a_language_that_is_not_known_the_lines_tell_of_any_calendar_but_the_default_one()
    {
        const string Subject = "Freigabe geändert: Vereinstermine (2026) freigegeben von Mon asso";
        SharedFolder own = Folder("257", "/Verein/Vereinstermine (2026)");

        Assert.Equal(
            new SentNotice(ShareNotice.Edited, IsCertain: true),
            Read(own, Subject, Text("Vereinstermine (2026)", label: "Freigegebenes Element:"))
        );
        Assert.Equal(
            new SentNotice(ShareNotice.Revoked, IsCertain: true),
            Read(own, Subject, Text("Vereinstermine (2026)", isOver: true, label: "Freigegebenes Element:"))
        );
        Assert.Null(Read(own, Subject, Text("Kalender", label: "Freigegebenes Element:")));
        Assert.Equal(
            new SentNotice(ShareNotice.Edited, IsCertain: false),
            Read(Calendar, Subject, Text("Kalender", label: "Freigegebenes Element:"))
        );
    }

    [Fact]
    public void The_subject_alone_tells_what_but_not_for_certain_of_which_folder() =>
        Assert.Equal(
            new SentNotice(ShareNotice.Edited, IsCertain: false),
            Read(Calendar, "Share Modified: Calendar shared by Mon asso", "")
        );

    [Theory]
    [InlineData("")]
    [InlineData("Bonjour,\n\nvoici l'agenda.\n")]
    [InlineData("Calendar\n\nCalendar\n")]
    [InlineData("Calendar\nCalendar: (\n")]
    [InlineData("Calendar\n: ()\n")]
    public void A_mail_that_is_no_share_mail_proves_nothing(string text) => Assert.Null(Read(Calendar, "Calendar", text));

    [Fact]
    public void An_invitation_is_proof_for_whom_and_which_folder_its_link_names()
    {
        string text = Text("Calendar", link: Link);

        Assert.Equal(
            new SentNotice(ShareNotice.Created, IsCertain: true),
            Read(Calendar, "Share Created: Calendar shared by Mon asso", text)
        );
        Assert.Null(Read(Folder("11", "/Calendar"), "Share Created: Calendar shared by Mon asso", text));
        Assert.Null(
            Read(
                Calendar with
                {
                    Info = new GetInfoResponse
                    {
                        Name = "autre@monasso.org",
                        Id = "another-id",
                        Version = "",
                    },
                },
                "Share Created: Calendar shared by Mon asso",
                text
            )
        );
    }

    [Fact]
    public void An_invitation_of_somebody_else_that_was_forwarded_is_no_proof() =>
        Assert.Null(
            Read(Calendar, "Fwd: Share Created: Calendar shared by Mon asso", Text("Calendar", link: Link), address: "autre@orange.fr")
        );

    [Fact]
    public void A_link_in_the_notes_makes_no_invitation_of_a_mail_about_other_rights() =>
        Assert.Equal(
            new SentNotice(ShareNotice.Edited, IsCertain: true),
            Read(Calendar, "Share Modified: Calendar shared by Mon asso", Text("Calendar", notes: $"Votre lien : {Link}"))
        );

    [Fact]
    public void What_a_mail_says_for_programs_counts_more_than_its_words()
    {
        MailMessage mail = Mail("Share Modified: Sorties shared by Mon asso", Text("Sorties")) with
        {
            ShareXml = "<revoke xmlns=\"urn:zimbraShare\" version=\"0.2\" expire=\"1\"><link id=\"10\" name=\"Calendar\"/></revoke>",
        };

        Assert.Equal(new SentNotice(ShareNotice.Expired, IsCertain: true), SentNotice.Read(mail, To(Guest), Calendar));
        Assert.Null(SentNotice.Read(mail, To(Guest), Folder("257", "/Sorties")));
    }

    private static SentNotice? Read(SharedFolder folder, string subject, string text, string address = Guest) =>
        SentNotice.Read(Mail(subject, text), To(address), folder);

    private static GrantMail To(string address) => new(FolderGrant.Guest(address, "r"), ShareNotice.Edited, address, MailSettings.None);

    private static MailMessage Mail(string subject, string text) =>
        new()
        {
            Id = "300",
            Subject = subject,
            Parts = [new() { ContentType = "multipart/alternative", Parts = [new() { ContentType = "text/plain", Content = text }] }],
        };

    /// <summary>As recorded (05-13, 05-28), with the words of any language.</summary>
    private static string Text(
        string name,
        bool isOver = false,
        string owner = "Mon asso",
        string label = "Shared item:",
        string? link = null,
        string notes = ""
    ) =>
        $"The following share has been modified: {name}\r\n\r\n{label} {name} (Calendar Folder)\r\nOwner: {owner}\r\n"
        + (
            isOver
                ? "\r\n"
                : $"Grantee: {Guest}\r\nRole: Viewer [MODIFIED]\r\nAllowed actions: View\r\n\r\n"
                    + $"{(link is null ? "" : $"Click here to accept share: {link}.\r\n\r\n")}\r\n*~*~*~*~*~*~*~*~*~*\r\n\r\n{notes}\r\n"
        );

    private static SharedFolder Folder(string id, string path) =>
        new()
        {
            Folder = new Folder
            {
                Kind = FolderKind.Folder,
                Id = id,
                Path = path,
            },
            Path = FolderPath.FromServer(path),
            Acl = new FolderAcl(),
            Owner = "moncompte@monasso.org",
            Info = new GetInfoResponse
            {
                Name = "moncompte@monasso.org",
                Id = OwnerId,
                Version = "",
            },
        };
}
