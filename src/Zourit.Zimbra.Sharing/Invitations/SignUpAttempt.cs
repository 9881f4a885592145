using Zourit.Zimbra.Sharing.Dispatch;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>A guest's sign-up, over all the times that it is sent; what is not known of it is said for the guest.</summary>
internal sealed class SignUpAttempt(PersonalLink link, Uri address) : Attempt(SignUpService.SigningUp)
{
    public const string FormAsBefore = "the link, opened again, still shows the form, but the server may be at it even now";

    public override ZimbraException NotDone() =>
        IsOver
            ? new ZimbraConnectionException(
                $"The sign-up at {address.Authority} was sent {(Losses == 1 ? "once" : $"{Losses} times")} and got no usable answer, but "
                    + $"the link, opened again, still shows the form. No account was made.",
                Loss
            )
            {
                Operation = Operation,
                IsTransient = true,
            }
            : Unknown(FormAsBefore);

    public override ZimbraException Refused(ZimbraException repetition) =>
        IsOver ? repetition : Unknown("a further one failed", cause: repetition);

    /// <summary>The failure to report where it cannot be known whether the account was made.</summary>
    /// <param name="why">Why not.</param>
    /// <param name="wasAnswered">Whether there was an answer, which says neither yes nor no.</param>
    /// <param name="cause">What failed.</param>
    public ZimbraOutcomeUnknownException Unknown(string why, bool wasAnswered = false, ZimbraException? cause = null)
    {
        bool isLost = !wasAnswered || !IsOver;
        return Unknown(
            $"The sign-up of {link.Mail} may have made the account: its reply was {(isLost ? "lost" : "not plain")}, and {why}. "
                + $"Accept again to learn it.{(cause is null ? "" : " " + cause.Message)}",
            isLost ? Loss ?? cause : cause,
            Operation
        );
    }
}
