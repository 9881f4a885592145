using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

public sealed partial class CalendarClient
{
    /// <summary>
    /// Works out what <see cref="ApplySharesAsync"/> would change for each item, as <see cref="PlanAsync"/> does for one: each
    /// calendar is read once.
    /// </summary>
    /// <param name="shares">The items, read at once.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<ShareItem, ShareChanges>> PlanSharesAsync(
        IEnumerable<ShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        BulkSharing
            .Plan(_dispatcher, (options ?? new BulkOptions()).Checked())
            .RunAsync(Complete(shares, nameof(shares)), cancellationToken);

    /// <summary>
    /// Shares with many guests, also calendars of many owners: what <see cref="ShareWithGuestAsync"/> does for each entry, in batches (a
    /// calendar and a hundred guests cost a reading, a batch of grants, and batches of mails; a second run the reading alone), several
    /// calendars side by side, under the server's limit of requests. The results come in the list's order, each as soon as it and those
    /// before it are there; an entry that fails does not stop the others. Entries for the same guest of a calendar are done one after the
    /// other, however they name the calendar. Nothing is done until the result is enumerated.
    /// </summary>
    /// <param name="shares">The entries, read at once. <see cref="GuestShareItem.Combine"/> makes those of every owner with every
    /// guest.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was started may have been done. Running the same list
    /// again is safe.</param>
    /// <exception cref="ArgumentException">An option is out of range, or an entry is null. Whatever is wrong with one entry is reported in
    /// its outcome.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public IAsyncEnumerable<BulkOutcome<GuestShareItem, GuestShare>> ShareWithGuestsAsync(
        IEnumerable<GuestShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ShareAsync<GuestShareItem, GuestShare>(shares, options, cancellationToken);

    /// <summary>
    /// Shares with guests, users and the public in one list, as <see cref="ShareWithGuestsAsync"/> does with guests: items of one calendar
    /// go together, whatever their kind.
    /// </summary>
    /// <param name="shares">The items, read at once.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was started may have been done. Running the same list
    /// again is safe.</param>
    /// <returns>For each item a <see cref="GuestShare"/>, a <see cref="UserShare"/> or a <see cref="PublicShare"/>, as what it asks
    /// for.</returns>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<ShareItem, CalendarShare>> ApplySharesAsync(
        IEnumerable<ShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ShareAsync<ShareItem, CalendarShare>(shares, options, cancellationToken);

    /// <summary>
    /// Shares with many accounts and groups of the server, as <see cref="ShareWithUserAsync"/> does with one and
    /// <see cref="ShareWithGuestsAsync"/> with guests.
    /// </summary>
    /// <param name="shares">The items, read at once.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was started may have been done. Running the same list
    /// again is safe.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<UserShareItem, UserShare>> ShareWithUsersAsync(
        IEnumerable<UserShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ShareAsync<UserShareItem, UserShare>(shares, options, cancellationToken);

    /// <summary>
    /// Revokes the shares of guests, users and the public in one list; nobody is mailed. Each calendar is read once; its grants are removed
    /// in batches.
    /// </summary>
    /// <param name="shares">The items, read at once; what they say besides owner, calendar and grantee has no meaning here.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was started may have been done. Running the same list
    /// again is safe.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<ShareItem, Revocation>> RevokeSharesAsync(
        IEnumerable<ShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        BulkRevoking
            .Apply(_dispatcher, (options ?? new BulkOptions()).Checked())
            .RunAsync(Complete(shares, nameof(shares)), cancellationToken);

    /// <summary>
    /// Changes when many shares end, as <see cref="RenewAsync"/> does for one: each calendar is read once, and only what ends at another
    /// time is changed. Nobody is mailed.
    /// </summary>
    /// <param name="renewals">The items, read at once.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was started may have been done. Running the same list
    /// again is safe.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<RenewalItem, RenewedShare>> RenewSharesAsync(
        IEnumerable<RenewalItem> renewals,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        BulkRenewing
            .Apply(_dispatcher, (options ?? new BulkOptions()).Checked())
            .RunAsync(Complete(renewals, nameof(renewals)), cancellationToken);

    private IAsyncEnumerable<BulkOutcome<TItem, TShare>> ShareAsync<TItem, TShare>(
        IEnumerable<TItem> shares,
        BulkOptions? options,
        CancellationToken cancellationToken
    )
        where TItem : ShareItem
        where TShare : CalendarShare =>
        BulkSharing
            .Apply<TItem, TShare>(_dispatcher, (options ?? new BulkOptions()).Checked())
            .RunAsync(Complete(shares, nameof(shares)), cancellationToken);

    private static List<TItem> Complete<TItem>(IEnumerable<TItem> items, string parameter)
        where TItem : BulkItem
    {
        Argument.NotNull(items, parameter);
        List<TItem> all = [.. items];
        int bad = all.FindIndex(item => item is null || item.Missing is not null);
        return bad < 0
            ? all
            : throw Argument.Invalid(
                all[bad] is null
                    ? LocalizedText.Format($"Item {bad} of the list is null.", $"L'élément {bad} de la liste est null.")
                    : LocalizedText.Format(
                        $"Item {bad} of the list has no {all[bad].Missing}.",
                        $"L'élément {bad} de la liste n'a pas de {all[bad].Missing}."
                    ),
                parameter
            );
    }
}
