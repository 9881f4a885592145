using System.Reflection;
using System.Text;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars.Reviews;

/// <summary>What a review says, in both languages.</summary>
public sealed class ReviewTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_a_review_says_of_grants_is_the_approved_text()
    {
        var text = new StringBuilder();
        Add(text, Grant(GranteeType.Public, null, null));
        Add(text, Grant(GranteeType.Public, null, null, "rw", Now.AddDays(1)));
        Add(text, Grant(GranteeType.Public, null, null, "f"));
        Add(text, Grant(GranteeType.AllAuthenticated, null, null, "rd"));
        Add(text, Grant(GranteeType.Key, "lecteur", "lecteur", "ri"));
        Add(text, Grant(GranteeType.Guest, "adresse@orange.fr", "adresse@orange.fr"), new GranteeAccount { IsMissing = true });
        Add(
            text,
            Grant(GranteeType.Guest, "adresse@orange.fr", "adresse@orange.fr", "rw"),
            new GranteeAccount { Status = "locked", IsGuest = true }
        );
        Add(
            text,
            Grant(GranteeType.Guest, "adresse@orange.fr", "adresse@orange.fr"),
            new GranteeAccount { Status = "active", IsGuest = true }
        );
        Add(text, Grant(GranteeType.Guest, "Nom <adresse@orange.fr>", "Nom <adresse@orange.fr>") with { GuestIdentifier = null });
        Add(
            text,
            Grant(GranteeType.Guest, "fini@orange.fr", "fini@orange.fr", "rw") with
            {
                IsExpired = true,
                EffectiveExpiry = Now.AddDays(-1),
            }
        );
        Add(text, Grant(GranteeType.User, "0a1b", "paul@monasso.org", "rwidx"), new GranteeAccount { Status = "closed" });
        Add(text, Grant(GranteeType.User, "0a1b", "la.orange.fr@monasso.org", "rx"), new GranteeAccount { IsGuest = true });
        Add(text, Grant(GranteeType.User, "0a1b", null) with { IsOrphan = true });
        Add(text, Grant(GranteeType.User, null, null) with { IsOrphan = true });

        ApprovedText.Matches("Calendars/Reviews/ReviewTexts.approved.txt", text.ToString());
    }

    [Fact]
    public void Every_text_of_a_review_is_the_approved_one()
    {
        var text = new StringBuilder();
        foreach (PropertyInfo property in typeof(ReviewTexts).GetProperties().Where(each => each.PropertyType == typeof(ReviewText)))
        {
            var words = (ReviewText)property.GetValue(null)!;
            text.Append(
                $"{property.Name}\n  {words.Sentence.English}\n  {words.Sentence.French}\n  {words.Remedy.English}\n  "
                    + $"{words.Remedy.French}\n"
            );
        }

        ApprovedText.Matches("Calendars/Reviews/ReviewWords.approved.txt", text.ToString());
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void An_end_is_soon_up_to_the_last_moment_of_the_time_that_was_given(int days, bool isSoon) =>
        Assert.Equal(
            isSoon,
            GrantReview
                .Of(
                    Grant(GranteeType.User, "0a1b", "paul@monasso.org", expiry: Now.AddDays(days)),
                    account: null,
                    Now,
                    TimeSpan.FromDays(30)
                )
                .Any(finding => finding.Code == ReviewCode.EndsSoon)
        );

    private static void Add(StringBuilder text, CalendarGrant grant, GranteeAccount? account = null)
    {
        text.Append(
            $"{grant.Grantee}, "
                + $"{grant.Permissions.Letters}{(grant.IsExpired ? ", ended" : "")}"
                + $"{(account is null ? "" : $", account {account.Status ?? (account.IsMissing ? "missing" : "unknown")}")}\n"
        );
        foreach (ReviewFinding finding in GrantReview.Of(grant, account, Now, TimeSpan.FromDays(30)))
        {
            text.Append(
                $"  {finding.Code}\n    {finding}\n    {finding.Sentence.French}\n    {finding.Remedy.English}\n    "
                    + $"{finding.Remedy.French}\n"
            );
        }
    }

    private static CalendarGrant Grant(GranteeType type, string? id, string? name, string letters = "r", DateTimeOffset? expiry = null) =>
        new()
        {
            Grantee = new Grantee
            {
                Type = type,
                Id = id,
                Name = name,
            },
            Permissions = Permissions.Parse(letters),
            EffectiveExpiry = expiry,
            GuestIdentifier =
                type == GranteeType.Guest && GuestAddress.TryParse(id, out GuestAddress guest)
                    ? GuestIdentifier.For(guest, "monasso.org")
                    : null,
            Owner = "moncompte@monasso.org",
            Path = FolderPath.Parse("/Événements"),
            FolderId = "257",
            IcsAddress = Sharing.Values.IcsAddress.Parse("https://mail.monasso.org/home/moncompte@monasso.org/Événements.ics"),
        };
}
