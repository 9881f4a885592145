using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Model;

/// <summary>The server's own column of the vectors of docs/protocol.md §12.4, its blunders included.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("/Réunions CA", "/R%C3%A9unions%20CA")]
    [InlineData("/Événements & sorties", "/%C3%89v%C3%A9nements%20%26%20sorties")]
    [InlineData("/50% #1", "/50%25%20%231")]
    [InlineData("/C++ (v2); x=1", "/C%2B%2B%20(v2);%20x=1")]
    [InlineData("/Équipe [2026]", "/%C3%89quipe%20%5B2026%5D")]
    [InlineData("/A/B sous-dossier", "/A/B%20sous-dossier")]
    [InlineData("/L'agenda", "/L'agenda")]
    [InlineData("/a,b;c", "/a,b;c")]
    [InlineData("/日程", "/%E6%97%A5%E7%A8%8B")]
    [InlineData("/📅 fêtes", "/%3F%3F%20f%C3%AAtes")]
    [InlineData("/tilde~_-.!$*@", "/tilde~_-.!$*@")]
    [InlineData("/e\u0301", "/e%CC%81")]
    [InlineData("/notes.v2", "/notes.v2")]
    public void Paths_are_escaped_as_the_server_does(string path, string escaped) => Assert.Equal(escaped, PublicAddress.Escape(path));
}
