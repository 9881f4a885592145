namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>Something that the schemas refuse although the server takes it.</summary>
/// <param name="Request">The request's element; <c>*</c> for any.</param>
/// <param name="Complaint">What the schemas say, or how it starts.</param>
/// <param name="Proof">The recording in which the server took it, or the section of docs/protocol.md that says so.</param>
internal sealed record SchemaException(string Request, string Complaint, string Proof)
{
    public bool Covers(string request, string complaint) =>
        (Request == "*" || request == Request) && complaint.StartsWith(Complaint, StringComparison.Ordinal);
}
