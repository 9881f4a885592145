using System.Text;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>
/// Who reads a feed: the user name and password of HTTP Basic, sent at once with the first request, since a public calendar never asks for
/// them. There are two kinds of guest logins: the identifier of an external virtual account with that account's password, and, where the
/// grant carries a password of its own (<c>pw</c>), the bare mail address with that password.
/// </summary>
public sealed class FeedCredentials
{
    /// <summary>Takes a user name as it is typed into a calendar program.</summary>
    /// <param name="userName">A guest's identifier (<c>adresse.orange.fr@monasso.org</c>), a bare mail address for a grant with a password,
    /// or an account of the server.</param>
    /// <param name="password">The password that belongs to it.</param>
    /// <exception cref="ArgumentException">The user name is empty or holds a colon, at which Basic would cut it; or the password is
    /// empty.</exception>
    public FeedCredentials(string userName, Secret password)
    {
        Argument.NotBlank(userName);
        UserName = userName.Trim();
        if (UserName.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
        {
            throw Argument.Invalid(FeedInputTexts.Colon(UserName[..colon]), nameof(userName));
        }

        if (password.IsEmpty)
        {
            throw Argument.Invalid(FeedInputTexts.NoPassword, nameof(password));
        }

        Password = password;
    }

    /// <summary>The external virtual account of a guest.</summary>
    /// <param name="guest">The guest's identifier.</param>
    /// <param name="password">The password the guest chose when accepting the invitation.</param>
    /// <exception cref="ArgumentException">The password is empty.</exception>
    public static FeedCredentials ForGuest(GuestIdentifier guest, Secret password) => new(guest.Value, password);

    /// <summary>The user name.</summary>
    public string UserName { get; }

    internal Secret Password { get; }

    /// <summary>The user name, without the password.</summary>
    public override string ToString() => Quoted.Of(UserName);

    // The server splits at the first colon and reads UTF-8 (docs/protocol.md §8.4).
    internal string BasicToken() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{Password.Reveal()}"));
}
