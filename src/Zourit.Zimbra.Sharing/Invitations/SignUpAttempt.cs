using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>A guest's sign-up, over all the times that it is sent; what is not known of it is said for the guest.</summary>
internal sealed class SignUpAttempt(PersonalLink link, Uri address) : Attempt(SignUpService.SigningUp)
{
    public override ZimbraException NotDone() =>
        IsOver
            ? new ZimbraConnectionException(SignUpTexts.NotMade(address, Losses), Loss) { Operation = Operation, IsTransient = true }
            : Unknown(SignUpTexts.FormAsBefore);

    public override ZimbraException Refused(ZimbraException repetition) =>
        IsOver ? repetition : Unknown(SignUpTexts.FurtherFailed, cause: repetition);

    /// <summary>The failure to report where it cannot be known whether the account was made.</summary>
    /// <param name="why">Why not.</param>
    /// <param name="wasAnswered">Whether there was an answer, which says neither yes nor no.</param>
    /// <param name="cause">What failed.</param>
    public ZimbraOutcomeUnknownException Unknown(LocalizedText why, bool wasAnswered = false, ZimbraException? cause = null)
    {
        bool isLost = !wasAnswered || !IsOver;
        return Unknown(SignUpTexts.MayBeMade(link.Mail, isLost, why).Then(cause?.Explanation), isLost ? Loss ?? cause : cause, Operation);
    }
}
