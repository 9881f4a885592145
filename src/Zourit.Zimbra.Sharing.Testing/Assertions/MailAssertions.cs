using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Assertions;

/// <summary>
/// What must be true of the mails to one address: <c>fake.MailTo("adresse@orange.fr").MustHaveBeenSentOnce()</c>.
/// </summary>
public sealed class MailAssertions
{
    private readonly Outbox _outbox;
    private readonly string _address;

    internal MailAssertions(Outbox outbox, string address)
    {
        _outbox = outbox;
        _address = address;
    }

    /// <summary>One mail left, and no second one.</summary>
    /// <returns>The mail.</returns>
    /// <exception cref="FakeZimbraAssertionException">None left, or several.</exception>
    public OutgoingMail MustHaveBeenSentOnce() => Require(1)[0];

    /// <summary>So many mails left.</summary>
    /// <param name="times">How many.</param>
    /// <returns>The mails, oldest first.</returns>
    /// <exception cref="FakeZimbraAssertionException">More or fewer left.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is negative.</exception>
    public IReadOnlyList<OutgoingMail> MustHaveBeenSent(int times)
    {
        Argument.AtLeast(times, 0);
        return Require(times);
    }

    /// <summary>No mail left.</summary>
    /// <exception cref="FakeZimbraAssertionException">Some left.</exception>
    public void MustNotHaveBeenSent() => Require(0);

    private IReadOnlyList<OutgoingMail> Require(int times)
    {
        IReadOnlyList<OutgoingMail> mails = _outbox.To(_address);
        return mails.Count == times
            ? mails
            : throw new FakeZimbraAssertionException(
                $"{Number.Of(times, "mail")} to {_address} must have been sent. {Number.Of(mails.Count, "mail")} to that address left"
                    + $"{(mails.Count == 0 ? "" : $": {string.Join(", ", mails.Select(mail => $"\"{mail.Subject}\""))}")}; in all "
                    + $"{Number.Of(_outbox.Mails.Count, "mail")}."
            );
    }
}
