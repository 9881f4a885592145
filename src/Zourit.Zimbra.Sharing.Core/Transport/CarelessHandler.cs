namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>A program's HTTP handler that accepts any certificate: it is refused.</summary>
internal static class CarelessHandler
{
    private const string Key = "Zourit.Zimbra.Sharing.CarelessHandler";

    public static InvalidOperationException Refusal() =>
        new(
            "The HTTP handler of the client accepts any certificate, so that anybody on the way could read passwords and tokens. "
                + "Remove its "
                + $"certificate callback (or {nameof(HttpClientHandler.DangerousAcceptAnyServerCertificateValidator)}), and name an "
                + "authority "
                + $"of your own in {nameof(ZimbraClientOptions.TrustedRoots)} or {nameof(ZimbraClientOptions.TrustedRootsFile)}."
        )
        {
            Data = { [Key] = true },
        };

    public static bool IsRefusal(InvalidOperationException e) => e.Data.Contains(Key);
}
