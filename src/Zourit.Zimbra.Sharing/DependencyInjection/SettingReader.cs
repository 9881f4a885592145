using System.Globalization;
using Microsoft.Extensions.Configuration;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>
/// Reads a section of configuration into <see cref="ZimbraSharingOptions"/>. By hand, because the framework's binder needs reflection or
/// stops at the first bad value, and neither knows <see cref="Secret"/>.
/// </summary>
internal sealed class SettingReader(IConfiguration section, ZimbraSharingOptions options)
{
    private readonly List<string> _known = [];

    public void ReadAll()
    {
        ZimbraSharingOptions o = options;
        ZimbraClientOptions client = o.Client;
        o.Place = section is IConfigurationSection { Path: var path } ? $"{path}:" : "";
        Read<Uri>(nameof(o.ServerUri), Address, value => o.ServerUri = value);
        Read<Uri>(nameof(o.AdminUri), Address, value => o.AdminUri = value);
        Read<string>(nameof(o.Account), Text, value => o.Account = value);
        Read<string>(nameof(o.Password), Text, value => o.Password = new Secret(value));
        Read<string>(nameof(o.PreauthKey), Text, value => o.PreauthKey = new Secret(value));
        Read<bool>(nameof(o.IsAdmin), Flag, value => o.IsAdmin = value);
        Read<bool>(nameof(client.AllowInsecureHttp), Flag, value => client.AllowInsecureHttp = value);
        Read<string>(nameof(client.TrustedRootsFile), Text, value => client.TrustedRootsFile = value);
        Read<TimeSpan>(nameof(client.AttemptTimeout), Duration, value => client.AttemptTimeout = value);
        Read<TimeSpan>(nameof(client.TotalTimeout), Duration, value => client.TotalTimeout = value);
        Read<int>(nameof(client.MaxRetries), Number, value => client.MaxRetries = value);
        Read<TimeSpan>(nameof(client.RetryDelay), Duration, value => client.RetryDelay = value);
        Read<TimeSpan>(nameof(client.MaxRetryDelay), Duration, value => client.MaxRetryDelay = value);
        Read<int>(nameof(client.MaxConcurrentRequests), Number, value => client.MaxConcurrentRequests = value);
        Read<int>(nameof(client.BreakAfterRequests), Number, value => client.BreakAfterRequests = value);
        Read<double>(nameof(client.BreakFailureRatio), Fraction, value => client.BreakFailureRatio = value);
        Read<TimeSpan>(nameof(client.BreakSamplingDuration), Duration, value => client.BreakSamplingDuration = value);
        Read<TimeSpan>(nameof(client.BreakDuration), Duration, value => client.BreakDuration = value);
        Read<int>(nameof(client.MaxRequestsPerSecond), Number, value => client.MaxRequestsPerSecond = value);
        Read<int>(nameof(client.MaxReplyBytes), Number, value => client.MaxReplyBytes = value);
        Read<int>(nameof(client.MaxReplyDepth), Number, value => client.MaxReplyDepth = value);
        Read<TimeSpan>(nameof(client.RefusedLoginPause), Duration, value => client.RefusedLoginPause = value);
        Read<string>(nameof(client.UserAgent), Text, value => client.UserAgent = value);
        RefuseUnknown();
    }

    // Gives null for a value it takes, else what it should look like.
    private delegate string? Parse<T>(string text, out T value);

    // A whole configuration holds others' settings, too; only a section is the library's own.
    private void RefuseUnknown()
    {
        if (section is not IConfigurationSection)
        {
            return;
        }

        foreach (string key in section.GetChildren().Select(child => child.Key))
        {
            if (!_known.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                options.Unreadable.Add(
                    NearestName.Of(key, _known) is { } nearest
                        ? $"{Quoted.Of(key)} is not a setting. Did you mean {nearest}?"
                        : $"{Quoted.Of(key)} is not a setting. The settings are: {string.Join(", ", _known)}."
                );
            }
        }
    }

    private void Read<T>(string name, Parse<T> parse, Action<T> take)
    {
        _known.Add(name);

        // An empty value means "as by default": it is how environment files leave a setting out.
        if (section[name] is not { Length: > 0 } text)
        {
            return;
        }

        if (parse(text, out T value) is { } expected)
        {
            options.Unreadable.Add($"{name} is '{Quoted.Of(text)}', which is not {expected}");
            return;
        }

        take(value);
    }

    private static string? Text(string text, out string value)
    {
        value = text;
        return null;
    }

    private static string? Address(string text, out Uri value) =>
        AbsoluteUri.TryRead(text, out value!) ? null : "an absolute address. Write e.g. https://mail1.example.net.";

    private static string? Flag(string text, out bool value) => bool.TryParse(text, out value) ? null : "a yes or no. Write true or false.";

    private static string? Number(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            ? null
            : "a whole number. Write digits only.";

    private static string? Fraction(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) ? null : "a number. Write e.g. 0.8.";

    // A bare number would be read as days, and hardly anybody means days.
    private static string? Duration(string text, out TimeSpan value) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value)
        && (text.Contains(':', StringComparison.Ordinal) || value == TimeSpan.Zero)
            ? null
            : "a duration. Write hours:minutes:seconds, e.g. 00:00:30.";
}
