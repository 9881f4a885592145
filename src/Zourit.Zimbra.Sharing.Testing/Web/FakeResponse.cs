using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Web;

/// <summary>An HTTP answer.</summary>
internal sealed record FakeResponse(int Status, string? ContentType, byte[] Body)
{
    public List<(string Name, string Value)> Headers { get; } = [];

    public static FakeResponse Text(int status, string contentType, string body) => new(status, contentType, Encoding.UTF8.GetBytes(body));

    /// <summary>The container's own error page.</summary>
    public static FakeResponse Error(int status, string message)
    {
        FakeResponse page = Text(
            status,
            "text/html;charset=iso-8859-1",
            $"<html>\n<head>\n<title>Error {status} {message}</title>\n</head>\n<body><h2>HTTP ERROR {status} "
                + $"{message}</h2>\n</body>\n</html>\n"
        );
        page.Headers.Add(("Cache-Control", "must-revalidate,no-cache,no-store"));
        return page;
    }

    public FakeResponse With(string name, string value)
    {
        Headers.Add((name, value));
        return this;
    }
}
