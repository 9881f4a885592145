using System.Text;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Diagnosis;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class FindingTextTests
{
    [Fact]
    public void What_a_diagnosis_says_is_the_approved_text()
    {
        var text = new StringBuilder();
        foreach (FeedFindingCode code in Enum.GetValues<FeedFindingCode>())
        {
            FindingText finding = FindingTexts.Of(code);
            text.Append($"{code}{(finding.NeedsAdmin ? " (an administrator can tell)" : "")}\n");
            Add(text, "found", finding.Sentence);
            Add(text, "remedy", finding.Remedy);
            Add(text, "asked", finding.Question);
        }

        ApprovedText.Matches("Feeds/FindingTexts.approved.txt", text.ToString());
    }

    [Fact]
    public void What_cannot_be_told_says_who_can_tell_it()
    {
        var findings = new Findings();
        findings.NotKnowable(FeedFindingCode.WrongPassword, FeedFindingCode.IdentifierCollision);
        findings.Certain(FeedFindingCode.NothingFound);
        findings.Certain(FeedFindingCode.NothingFound);

        FeedFinding[] closed = [.. findings.Ordered(isOpen: false)];
        Assert.Equal(
            [FeedFindingCode.NothingFound, FeedFindingCode.WrongPassword, FeedFindingCode.IdentifierCollision],
            closed.Select(finding => finding.Code)
        );
        Assert.Equal(
            "Impossible de savoir si le mot de passe est bon, car l'agenda est public et accepte n'importe quel mot de passe.",
            closed[1].Sentence.French
        );
        Assert.Equal("Ask with the owner's or an administrator's credentials.", closed[1].Remedy.English);
        Assert.Equal("Posez la question avec les identifiants du propriétaire ou d'un administrateur.", closed[1].Remedy.French);
        Assert.Equal("It cannot be told whether the guest's account belongs to another guest.", closed[2].Sentence.English);
        Assert.Equal("Ask with an administrator's credentials.", closed[2].Remedy.English);
        Assert.Equal("Posez la question avec les identifiants d'un administrateur.", closed[2].Remedy.French);
        Assert.Equal(FeedFindingCode.NothingFound, Assert.Single(findings.Ordered(isOpen: true)).Code);
        Assert.Throws<InvalidOperationException>(() => findings.NotKnowable(FeedFindingCode.NothingFound));
    }

    private static void Add(StringBuilder text, string what, BilingualText? words) =>
        text.Append(words is null ? "" : $"  {what}: {words.English}\n  {new string(' ', what.Length)}  {words.French}\n");
}
