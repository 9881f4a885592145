namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>A mail that did not leave.</summary>
internal sealed class DeliveryException(DeliveryProblem problem, string about) : Exception($"{problem}: {about}")
{
    public DeliveryProblem Problem { get; } = problem;

    /// <summary>The recipient's address, or the sender's quota in bytes.</summary>
    public string About { get; } = about;
}
