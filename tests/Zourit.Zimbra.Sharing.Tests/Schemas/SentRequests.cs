using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Journals;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>
/// The SOAP requests of a scenario, taken from the fake's journal and held against the schemas:
/// <c>SentRequests.AssertPassSchemas(zimbra)</c> at the end of any test with a fake; <see cref="Worlds.AssociationWorld"/> does so when it
/// is closed. The journal replaces secrets, which are texts to the schemas, and nothing else.
/// </summary>
internal static class SentRequests
{
    private const int KeptByJournal = 16_384;

    public static IReadOnlyList<SentRequest> Of(FakeZimbra zimbra) =>
        [
            .. zimbra
                .Journal.Entries.Where(entry => IsSoap(entry) && entry.RequestBody.Length < KeptByJournal)
                .Select(entry => SentRequest.Parse(entry.RequestBody)),
        ];

    /// <summary>
    /// Fails when one of the requests is malformed or refused by the schemas; where these are absent, only the form is checked.
    /// </summary>
    public static void AssertPassSchemas(FakeZimbra zimbra)
    {
        IReadOnlyList<SentRequest> requests = Of(zimbra);
        if (ZimbraSchemas.ArePresent)
        {
            SentRequest.AssertPassSchemas(requests);
        }
    }

    private static bool IsSoap(JournalEntry entry) =>
        entry.Target.StartsWith("/service/soap", StringComparison.Ordinal)
        || entry.Target.StartsWith("/service/admin/soap", StringComparison.Ordinal);
}
