namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// What a directory publishes of shares: those of many owners at once, some time after they were made, and without passwords. It is
/// believed where it says what the manifest wants; whatever else it says is looked up in the mailbox.
/// </summary>
public interface IPlanDirectory
{
    /// <summary>
    /// A domain's owners who share anything, in no order, by their primary addresses, each with the calendars that are shared. An owner
    /// whose shares may not be read has a <see cref="OwnerState.Failure"/>.
    /// </summary>
    /// <param name="domain">The owners' domain.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">The directory cannot be searched, or the search sees nothing.</exception>
    IAsyncEnumerable<OwnerState> ListAsync(string domain, CancellationToken cancellationToken = default);

    /// <summary>One owner, asked for by address. What may not be read is an answer: <see cref="OwnerState.Failure"/>.</summary>
    /// <param name="owner">The owner's address.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ZimbraAuthenticationException">The client is not an administrator's.</exception>
    Task<OwnerState> ReadAsync(string owner, CancellationToken cancellationToken = default);
}
