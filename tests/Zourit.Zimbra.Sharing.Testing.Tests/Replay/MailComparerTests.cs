using System.Text;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

public sealed class MailComparerTests
{
    [Fact]
    public void Every_recorded_mail_is_the_same_as_itself() =>
        Assert.All(RecordedMails.All, mail => Assert.Empty(Compare(mail, Encoding.UTF8.GetString(mail.Message))));

    [Theory]
    [InlineData("05-06-guest-mail1", "Subject: Share Created", "Subject: Share created")]
    [InlineData("05-06-guest-mail1", "Thread-Index: ", "Thread-Ondex: ")]
    [InlineData("05-06-guest-mail1", "From: Alice Example", "From: Alice")]
    [InlineData("05-06-guest-mail1", "Role: Viewer", "Role: Manager")]
    [InlineData(
        "05-06-guest-mail1",
        "656d61696c3d31383a6775657374406f7574736964652e746573743b. You",
        "656d61696c3d31383a6775657374406f7574736964652e746573743b You"
    )]
    [InlineData("05-06-guest-mail1", "Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: 8bit")]
    [InlineData("05-06-guest-mail1", "virtualacctdomain=example.test", "virtualacctdomain=other.test")]
    [InlineData("05-04-usr-mail1", "Content-Type: xml/x-zimbra-share", "Content-Type: text/x-zimbra-share")]
    [InlineData("05-04-usr-mail1", "PHNoYXJlIGFjdGlvbj0ibmV3Ii", "PHNoYXJlIGFjdGlvbj0ibmF3Ii")]
    [InlineData("05-13-edit-mail1", "Date: Sun, 22 Nov 2026 14:17:32", "Date: Sun, 22 Nov 2026 15:17:32")]
    public void A_changed_mail_differs(string name, string from, string to)
    {
        var mail = RecordedMails.All.Single(one => one.Name == name);
        var text = Encoding.UTF8.GetString(mail.Message);
        Assert.Contains(from, text, StringComparison.Ordinal);

        Assert.NotEmpty(Compare(mail, text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_mail_that_was_not_sent_and_one_to_somebody_else_differ()
    {
        var mail = RecordedMails.All[0];

        Assert.NotEmpty(new MailComparer(new RoleMap()).Compare(mail, null, "m"));
        Assert.Contains(
            new MailComparer(new RoleMap()).Compare(
                mail,
                Sent(mail, Encoding.UTF8.GetString(mail.Message)) with
                {
                    To = "other@example.test",
                },
                "m"
            ),
            difference => difference.Place == "envelope to"
        );
    }

    [Fact]
    public void A_mail_belongs_to_the_request_before_it()
    {
        Assert.Equal(["05-10-two-mail1", "05-11-two-mail2"], RecordedMails.After(Recordings.Named("05-09-two")).Select(mail => mail.Name));
        Assert.Empty(RecordedMails.After(Recordings.Named("05-14-nogrant-user")));
    }

    private static IReadOnlyList<Difference> Compare(RecordedMail mail, string raw) =>
        new MailComparer(new RoleMap()).Compare(mail, Sent(mail, raw), "m");

    private static OutgoingMail Sent(RecordedMail mail, string raw) =>
        new()
        {
            From = mail.EnvelopeFrom,
            To = mail.EnvelopeTo,
            Subject = "",
            Text = "",
            Html = "",
            Raw = raw,
        };
}
