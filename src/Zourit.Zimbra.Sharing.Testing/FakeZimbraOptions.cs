namespace Zourit.Zimbra.Sharing.Testing;

/// <summary>Settings of a <see cref="FakeZimbra"/>.</summary>
public sealed class FakeZimbraOptions
{
    /// <summary>The user port; 0 (the default) for any free one.</summary>
    public int Port { get; set; }

    /// <summary>The admin port; 0 (the default) for any free one.</summary>
    public int AdminPort { get; set; }

    /// <summary>The administrator that always exists. Default <c>admin@example.test</c>.</summary>
    public string AdminName { get; set; } = "admin@example.test";

    /// <summary>The administrator's password.</summary>
    public string AdminPassword { get; set; } = "Adm1n-pass";

    /// <summary>How many requests the journal keeps. Default 1,000; 0 keeps none.</summary>
    public int JournalCapacity { get; set; } = 1_000;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// How long after an ACL change the share is published in the directory. Default none; the real server takes a moment.
    /// </summary>
    public TimeSpan PublicationLag { get; set; }

    /// <summary>
    /// How long a mail server that could not be reached is not asked again, on the server's clock (<c>smtp_host_retry_millis</c>); until
    /// then every mail fails with <c>service.FAILURE</c>. Default one minute, as on the real server.
    /// </summary>
    public TimeSpan MailServerRetry { get; set; } = TimeSpan.FromMinutes(1);
}
