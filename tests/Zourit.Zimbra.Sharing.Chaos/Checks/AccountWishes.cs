using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>What a call is to make of a guest's account that exists.</summary>
internal static class AccountWishes
{
    /// <summary>Whether the account is what a call that does all it should leaves.</summary>
    /// <param name="step">The call.</param>
    /// <param name="before">The account before it; null for none.</param>
    /// <param name="after">The account after it.</param>
    /// <param name="shared">What is shared with the guest, each as owner and path.</param>
    public static bool IsDone(StandingAccountStep step, GuestState? before, GuestState? after, IReadOnlyList<string> shared) =>
        step switch
        {
            RetireStep { DeletesAccount: true } => after is null,

            // Whatever password was made up, it is another.
            ResetPasswordStep { Password: null } => before is not null
                && after?.Password is not null
                && after == before with { Password = after.Password },
            _ => after == After(step, before, shared),
        };

    /// <summary>Whether the account is what a call leaves that was broken off.</summary>
    public static bool IsPartly(StandingAccountStep step, GuestState? before, GuestState? after, IReadOnlyList<string> shared) =>
        before == after
        || IsDone(step, before, after, shared)
        || (step is RepairStep && IsBetween(before, after, After(step, before, shared)));

    /// <summary>Whether an account is what all calls of its caller together leave.</summary>
    public static bool Hold(IReadOnlyList<StandingAccountStep> steps, GuestState? account, IReadOnlyList<string> shared)
    {
        if (steps.Any(step => step is RetireStep { DeletesAccount: true }))
        {
            return account is null;
        }

        string? status = steps.LastOrDefault(step => step is SuspendStep or ResumeStep) switch
        {
            SuspendStep => "locked",
            ResumeStep => "active",
            _ => null,
        };
        string? password = steps.OfType<ResetPasswordStep>().LastOrDefault()?.Password;
        bool isMended = shared.Count > 0 && steps.Any(step => step is RepairStep);
        return account is { Password: not null }
            && (status is null || account.Status == status)
            && (password is null || account.Password == password)
            && (!isMended || (account is { Status: not "closed", ShowsCalendars: true } && !shared.Except(account.Calendars).Any()));
    }

    private static GuestState? After(StandingAccountStep step, GuestState? before, IReadOnlyList<string> shared) =>
        step switch
        {
            _ when before is null => null,
            SuspendStep => before with { Status = "locked" },
            ResumeStep => before with { Status = "active" },
            ResetPasswordStep reset => before with { Password = reset.Password },
            RepairStep when shared.Count > 0 => before with
            {
                Status = before.Status == "closed" ? "active" : before.Status,
                ShowsCalendars = true,
                Calendars = [.. before.Calendars.Union(shared)],
            },
            _ => before,
        };

    // First the attributes, all by one request, then the mountpoints.
    private static bool IsBetween(GuestState? before, GuestState? after, GuestState? wanted) =>
        before is not null
        && after is not null
        && wanted is not null
        && after == wanted with { Calendars = after.Calendars }
        && !before.Calendars.Except(after.Calendars).Any()
        && !after.Calendars.Except(wanted.Calendars).Any();
}
