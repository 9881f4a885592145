using System.Text.Json;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.Hosting;

/// <summary>The outbox over HTTP, for programs that are not in this process. Not Zimbra's.</summary>
internal static class OutboxPage
{
    public const string Path = "/fake/outbox";

    public static FakeResponse Of(Outbox outbox) =>
        new(
            200,
            "application/json; charset=utf-8",
            JsonSerializer.SerializeToUtf8Bytes(outbox.Mails.Select(mail => new { to = mail.EnvelopeTo, raw = mail.Raw }))
        );
}
