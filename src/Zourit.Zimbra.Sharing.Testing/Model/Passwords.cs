using System.Globalization;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Password checks with status and lock-out (docs/protocol.md §2.1, §2.5), and the password policy.</summary>
internal static class Passwords
{
    /// <summary>Whether the password opens the account now; counts a failure towards the lock-out, which SOAP and REST share.</summary>
    public static bool Check(ZimbraDirectory directory, Account account, string password)
    {
        if (directory.StatusOf(account) is not ("active" or "lockout"))
        {
            return false;
        }

        bool policy = directory.Attribute(account, "zimbraPasswordLockoutEnabled") == "TRUE";
        if (policy && account.Status == "lockout")
        {
            long duration = Duration.Milliseconds(directory.Attribute(account, "zimbraPasswordLockoutDuration"));
            if (duration == 0 || account.LockedOutSince is not { } since || directory.Now < since.AddMilliseconds(duration))
            {
                return false;
            }
        }

        if (account.Password is not null && password.Length > 0 && account.Password == password)
        {
            account.FailedLogins.Clear();
            account.LockedOutSince = null;
            if (account.Status == "lockout" && policy)
            {
                account.Status = "active";
            }

            return true;
        }

        CountFailure(directory, account, policy);
        return false;
    }

    public static void CountFailure(ZimbraDirectory directory, Account account, bool policy)
    {
        if (!policy)
        {
            return;
        }

        long window = Duration.Milliseconds(directory.Attribute(account, "zimbraPasswordLockoutFailureLifetime"));
        account.FailedLogins.RemoveAll(time => window > 0 && time.AddMilliseconds(window) <= directory.Now);
        account.FailedLogins.Add(directory.Now);
        int most = int.TryParse(directory.Attribute(account, "zimbraPasswordLockoutMaxFailures"), out int configured) ? configured : 10;
        if (most > 0 && account.FailedLogins.Count >= most)
        {
            account.Status = "lockout";
            account.LockedOutSince = directory.Now;
        }
    }

    /// <summary>Changes the password: tokens issued before are void.</summary>
    public static void Set(ZimbraDirectory directory, Account account, string password)
    {
        if (account.Password is { } former)
        {
            account.FormerPasswords.Insert(0, former);
        }

        account.Password = password;
        account.TokenValidity++;
        account.Attributes["zimbraPasswordModifiedTime"] = directory.Timestamp;
    }

    /// <summary>Whether the right password opens nothing until it is changed: because an administrator says so, or for its age.</summary>
    public static bool MustChange(ZimbraDirectory directory, Account account) =>
        directory.Attribute(account, "zimbraPasswordMustChange") == "TRUE"
        || (Whole(directory, account, "zimbraPasswordMaxAge") is > 0 and var most && Age(directory, account).TotalDays > most);

    /// <summary>Whether the policy forbids to change it again so soon.</summary>
    public static bool IsTooYoung(ZimbraDirectory directory, Account account) =>
        Whole(directory, account, "zimbraPasswordMinAge") is > 0 and var least && Age(directory, account).TotalDays < least;

    /// <summary>Whether a password is the present one or one of those that the policy remembers.</summary>
    public static bool WasUsed(ZimbraDirectory directory, Account account, string password) =>
        Whole(directory, account, "zimbraPasswordEnforceHistory") is > 0 and var remembered
        && account.FormerPasswords.Prepend(account.Password).Take(remembered).Contains(password);

    private static int Whole(ZimbraDirectory directory, Account account, string attribute) =>
        int.TryParse(directory.Attribute(account, attribute), out int days) ? days : 0;

    private static TimeSpan Age(ZimbraDirectory directory, Account account) =>
        DateTimeOffset.TryParseExact(
            account.Attributes["zimbraPasswordModifiedTime"],
            ["yyyyMMddHHmmss.fff'Z'", "yyyyMMddHHmmss'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset changed
        )
            ? directory.Now - changed
            : TimeSpan.Zero;

    /// <summary>The policy's rule that a password breaks: attribute name, limit and text; null when it breaks none.</summary>
    public static (string Attribute, string Limit, string Text)? Violation(Func<string, string?> attribute, string password)
    {
        int Number(string name) => int.TryParse(attribute(name), out int value) ? value : 0;
        (string Name, Func<char, bool> Counts, string Text)[] classes =
        [
            ("zimbraPasswordMinUpperCaseChars", char.IsAsciiLetterUpper, "not enough upper case characters"),
            ("zimbraPasswordMinLowerCaseChars", char.IsAsciiLetterLower, "not enough lower case characters"),
            ("zimbraPasswordMinNumericChars", char.IsAsciiDigit, "not enough numeric characters"),
            ("zimbraPasswordMinPunctuationChars", IsSign, "not enough punctuation characters"),
            ("zimbraPasswordMinAlphaChars", char.IsAsciiLetter, "not enough alpha characters"),
            ("zimbraPasswordMinDigitsOrPuncs", c => char.IsAsciiDigit(c) || IsSign(c), "not enough numeric or punctuation characters"),
        ];
        bool Each(string name, char c) =>
            attribute(name) is not { Length: > 0 } pattern
            || Regex.IsMatch(c.ToString(), $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1));
        bool IsSign(char c) => c is > ' ' and <= '~' && !char.IsAsciiLetterOrDigit(c) && Each("zimbraPasswordAllowedPunctuationChars", c);
        if (!password.All(c => Each("zimbraPasswordAllowedChars", c)))
        {
            return ("zimbraPasswordAllowedChars", attribute("zimbraPasswordAllowedChars")!, "contains invalid characters");
        }

        if (password.Length < Number("zimbraPasswordMinLength"))
        {
            return ("zimbraPasswordMinLength", attribute("zimbraPasswordMinLength")!, "too short");
        }

        if (Number("zimbraPasswordMaxLength") is > 0 and var longest && password.Length > longest)
        {
            return ("zimbraPasswordMaxLength", attribute("zimbraPasswordMaxLength")!, "too long");
        }

        foreach ((string name, Func<char, bool> counts, string text) in classes)
        {
            if (password.Count(counts) < Number(name))
            {
                return (name, attribute(name)!, text);
            }
        }

        return null;
    }
}
