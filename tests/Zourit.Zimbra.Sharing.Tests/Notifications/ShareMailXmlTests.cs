using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Tests.Notifications;

/// <summary>The XML part of a share mail to an internal grantee (docs/protocol.md §5.3).</summary>
public sealed class ShareMailXmlTests
{
    [Theory]
    [InlineData(
        "<share xmlns='urn:zimbraShare' version='0.1' action='new'><grantee id='1'/><link id='257' name='Agenda'/></share>",
        ShareNotice.Created
    )]
    [InlineData("<share xmlns='urn:zimbraShare' version='0.1'><link id='257'/></share>", ShareNotice.Created)]
    [InlineData("<share xmlns='urn:zimbraShare' version='0.1' action='edit'><link id='257'/></share>", ShareNotice.Edited)]
    [InlineData("<revoke xmlns='urn:zimbraShare' version='0.1'><link id='257'/></revoke>", ShareNotice.Revoked)]
    [InlineData("<revoke xmlns='urn:zimbraShare' version='0.1' expire='1'><link id='257'/></revoke>", ShareNotice.Expired)]
    public void It_tells_what_the_mail_is_about(string xml, ShareNotice notice) =>
        Assert.Equal(new ShareMailXml(notice, "257"), ShareMailXml.Read(xml));

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<other><link id='257'/></other>")]
    [InlineData("<share><link/></share>")]
    [InlineData("<share><grantee id='257'/></share>")]
    [InlineData("<!DOCTYPE share [<!ENTITY a 'b'>]><share><link id='257'/></share>")]
    public void Anything_else_is_no_share_s(string xml) => Assert.Null(ShareMailXml.Read(xml));

    [Fact]
    public void Nested_elements_that_took_27_seconds_are_no_share_s()
    {
        string nested = string.Concat(Enumerable.Range(0, 40_000).Select(at => $"<a xmlns:p{at}='u'>"));

        Assert.Null(ShareMailXml.Read($"<share>{nested}"));
        Assert.Null(
            ShareMailXml.Read($"<share>{string.Concat(Enumerable.Repeat("<a>", 20))}{string.Concat(Enumerable.Repeat("</a>", 20))}</share>")
        );
    }
}
