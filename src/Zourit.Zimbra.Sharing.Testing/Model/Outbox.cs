namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// All mails that left the server, oldest first. Recipients whose address starts with <c>reject</c> are refused, as in the recordings.
/// </summary>
public sealed class Outbox
{
    private readonly List<OutgoingMail> _mails = [];
    private readonly Lock _lock = new();

    /// <summary>The mails so far.</summary>
    public IReadOnlyList<OutgoingMail> Mails
    {
        get
        {
            lock (_lock)
            {
                return [.. _mails];
            }
        }
    }

    /// <summary>The mails to an address, letter case ignored.</summary>
    public IReadOnlyList<OutgoingMail> To(string address) =>
        [.. Mails.Where(mail => string.Equals(mail.EnvelopeTo, address, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Whether the mail transport refuses a recipient; replace it to refuse others.</summary>
    public Func<string, bool> Refuses { get; set; } = address => address.StartsWith("reject", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a mail to an account of this server reaches its mailbox; replace it for addresses whose mail goes elsewhere.
    /// </summary>
    public Func<string, bool> Delivers { get; set; } = _ => true;

    internal void Add(OutgoingMail mail)
    {
        lock (_lock)
        {
            _mails.Add(mail);
        }
    }
}
