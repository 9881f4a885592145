using System.Text;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Diagnosis;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class FindingTextTests
{
    [Fact]
    public void What_a_diagnosis_says_is_the_approved_text()
    {
        var text = new StringBuilder();
        foreach (FeedFindingCode code in Enum.GetValues<FeedFindingCode>().Except([FeedFindingCode.Unknown]))
        {
            FindingText finding = FindingTexts.Of(code);
            text.Append($"{code}{(finding.NeedsAdmin ? " (an administrator knows)" : "")}\n");
            Add(text, "found", finding.Sentence);
            Add(text, "remedy", finding.Remedy);
            Add(text, "to an administrator", finding.AdminRemedy);
            Add(text, "asked", finding.Question);
        }

        ApprovedText.Matches("Feeds/FindingTexts.approved.txt", text.ToString());
    }

    [Fact]
    public void What_cannot_be_known_says_who_can_know_it()
    {
        var findings = new Findings(isAdmin: false);
        findings.NotKnowable(FeedFindingCode.WrongPassword, FeedFindingCode.IdentifierCollision);
        findings.Certain(FeedFindingCode.NothingFound);
        findings.Certain(FeedFindingCode.NothingFound);

        FeedFinding[] closed = [.. findings.Ordered(isOpen: false)];
        Assert.Equal(
            [FeedFindingCode.NothingFound, FeedFindingCode.WrongPassword, FeedFindingCode.IdentifierCollision],
            closed.Select(finding => finding.Code)
        );
        Assert.Equal(
            "Impossible de savoir si le mot de passe est bon, car l’agenda est public et accepte n’importe quel mot de passe.",
            closed[1].Sentence.French
        );
        Assert.Equal("Ask with the owner's or an administrator's credentials.", closed[1].Remedy.English);
        Assert.Equal("Posez la question avec les identifiants du propriétaire ou d’un administrateur.", closed[1].Remedy.French);
        Assert.Equal("It cannot be known whether the guest's account belongs to another guest.", closed[2].Sentence.English);
        Assert.Equal("Ask with an administrator's credentials.", closed[2].Remedy.English);
        Assert.Equal("Posez la question avec les identifiants d’un administrateur.", closed[2].Remedy.French);
        Assert.Equal(FeedFindingCode.NothingFound, Assert.Single(findings.Ordered(isOpen: true)).Code);
        Assert.Throws<InvalidOperationException>(() => findings.NotKnowable(FeedFindingCode.PublicCalendar));
    }

    private static void Add(StringBuilder text, string what, LocalizedText? words) =>
        text.Append(words is null ? "" : $"  {what}: {words.English}\n  {new string(' ', what.Length)}  {words.French}\n");
}
