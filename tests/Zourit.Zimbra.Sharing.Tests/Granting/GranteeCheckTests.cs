using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Tests.Granting;

/// <summary>An answer to a grant that names another grantee or folder is refused, and the error says both.</summary>
public sealed class GranteeCheckTests
{
    private const string Nobody = "00000000-0000-0000-0000-000000000000";

    private static readonly SharedFolder Folder = SharedFolders.With();

    [Theory]
    [InlineData("autre@orange.fr", null, "adresse@orange.fr", "autre@orange.fr", "adresse@orange.fr")]
    [InlineData(Nobody, "paul@monasso.org", "adresse@orange.fr", "paul@monasso.org", "adresse@orange.fr", "258")]
    [InlineData("adresse@orange.fr", "", null, "le public", "the public")]
    [InlineData(null, null, "adresse@orange.fr", "personne", "nobody", "258")]
    public void Who_was_asked_for_and_who_was_answered_are_named_in_both_languages(
        string? id,
        string? name,
        string? asked,
        string french,
        string english,
        string folderId = "257"
    )
    {
        FolderActionRequest request = FolderActionRequest.Grant(
            "257",
            asked is null ? FolderGrant.Public("r") : FolderGrant.Guest(asked, "r")
        );
        var answer = new FolderActionResponse
        {
            FolderId = folderId,
            Action = "grant",
            GranteeId = id,
            GranteeName = name,
        };

        ZimbraProtocolException e = Assert.Throws<ZimbraProtocolException>(() => GranteeCheck.Check(request, answer, Folder));

        Assert.Equal("FolderActionRequest", e.Operation);
        Assert.Contains(english, e.Message, StringComparison.Ordinal);
        Assert.Contains(french, e.Explanation.French, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("adresse@orange.fr")]
    [InlineData("Adresse@Orange.fr")]
    public void An_answer_without_a_grantee_or_with_the_same_one_is_believed(string? id) =>
        GranteeCheck.Check(
            FolderActionRequest.Grant("257", FolderGrant.Guest("adresse@orange.fr", "r")),
            new FolderActionResponse
            {
                FolderId = "257",
                Action = "grant",
                GranteeId = id,
            },
            Folder
        );
}
