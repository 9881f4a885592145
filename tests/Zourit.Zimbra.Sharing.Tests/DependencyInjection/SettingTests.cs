using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.DependencyInjection;

public sealed class SettingTests
{
    private const string Server = "https://mail1.example.net";
    private const string Owner = "owner@monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ServerUri", null, "Zimbra:ServerUri is missing. Set it to the server's address")]
    [InlineData(
        "ServerUri",
        "mail1",
        "Zimbra:ServerUri is 'mail1', which is not an absolute address. Write e.g. https://mail1.example.net."
    )]
    [InlineData("ServerUri", "ftp://mail1.example.net", "Zimbra:ServerUri: the address must be absolute and start with https://")]
    [InlineData("ServerUri", "http://mail1.example.net", "Zimbra:ServerUri: the address is plain http")]
    [InlineData("ServerUri", "https://owner:s3cret@mail1.example.net", "Zimbra:ServerUri: the address must not hold credentials")]
    [InlineData("AdminUri", "http://mail1.example.net:7071", "Zimbra:AdminUri: the address is plain http")]
    [InlineData("Account", null, "Zimbra:Account is missing.")]
    [InlineData("Account", " ", "Zimbra:Account is missing.")]
    [InlineData("Password", null, "Zimbra:Password is missing.")]
    [InlineData("Password", "", "Zimbra:Password is missing.")]
    [InlineData("PreauthKey", "abcd", "Zimbra:Password and PreauthKey are both set, and only one can be used. Remove one.")]
    [InlineData("IsAdmin", "maybe", "Zimbra:IsAdmin is 'maybe', which is not a yes or no. Write true or false.")]
    [InlineData("AttemptTimeout", "ten seconds", "Zimbra:AttemptTimeout is 'ten seconds', which is not a duration.")]
    [InlineData("TotalTimeout", "2.00:00:00", "Zimbra:TotalTimeout must be from AttemptTimeout to 1 day.")]
    [InlineData("TotalTimeout", "30", "Zimbra:TotalTimeout is '30', which is not a duration. Write hours:minutes:seconds, e.g. 00:00:30.")]
    [InlineData("RefusedLoginPause", "30", "Zimbra:RefusedLoginPause is '30', which is not a duration.")]
    [InlineData("ServerUri", "https://admin:s3cret#ss@mail1", "Zimbra:ServerUri is 'https://***@mail1', which is not an absolute address.")]
    [InlineData("UserAgent", "a\u0007", "Zimbra:UserAgent must be plain text, but holds the character U+0007")]
    [InlineData("MaxRetries", "2.5", "Zimbra:MaxRetries is '2.5', which is not a whole number.")]
    [InlineData("MaxRetries", "99", "Zimbra:MaxRetries must be from 0 to 10.")]
    [InlineData("MaxRetires", "3", "Zimbra:MaxRetires is not a setting. Did you mean MaxRetries?")]
    [InlineData("ServerUrl", "https://b.example.net", "Zimbra:ServerUrl is not a setting. Did you mean ServerUri?")]
    [InlineData("Passwort", "x", "Zimbra:Passwort is not a setting. Did you mean Password?")]
    [InlineData("Client:MaxRetries", "3", "Zimbra:Client is not a setting. The settings are: ServerUri, AdminUri, Account,")]
    public async Task A_bad_setting_stops_the_host_at_its_start(string name, string? value, string message)
    {
        Dictionary<string, string?> settings = new()
        {
            ["ServerUri"] = Server,
            ["Account"] = Owner,
            ["Password"] = "s3cret",
            [name] = value,
        };

        OptionsValidationException e = await RefusedAsync(settings);

        Assert.StartsWith(message, Assert.Single(e.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bad_settings_are_named_at_once()
    {
        OptionsValidationException e = await RefusedAsync(new() { ["MaxRetries"] = "many", ["RetryDelay"] = "-00:00:01" });

        Assert.Equal(
            ["Zimbra:MaxRetries", "Zimbra:ServerUri", "Zimbra:Account", "Zimbra:Password", "Zimbra:RetryDelay"],
            e.Failures.Select(failure => failure.Split(' ')[0])
        );
    }

    [Fact]
    public async Task An_administrator_cannot_log_in_by_preauth()
    {
        OptionsValidationException e = await RefusedAsync(
            new()
            {
                ["ServerUri"] = Server,
                ["Account"] = Owner,
                ["PreauthKey"] = "abcd",
                ["IsAdmin"] = "true",
            }
        );

        Assert.StartsWith("Zimbra:IsAdmin does not go with PreauthKey", Assert.Single(e.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_made_in_code_are_named_as_such()
    {
        var services = new ServiceCollection();
        services
            .AddZimbraSharing(options => options.ServerUri = new Uri(Server))
            .UseCredentials(_ => ZimbraCredentials.Token(new Secret("0_given")))
            .Configure(options => options.Client.MaxRetries = -1);
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException e = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ZimbraClient>);

        Assert.StartsWith("ZimbraSharingOptions.MaxRetries must be", Assert.Single(e.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_of_a_simple_type_is_read_from_configuration()
    {
        (object Target, PropertyInfo Property)[] simple = [.. Simple(new ZimbraSharingOptions())];
        Dictionary<string, string?> settings = simple
            .DistinctBy(setting => setting.Property.Name)
            .ToDictionary(setting => $"Zimbra:{setting.Property.Name}", string? (setting) => Sample(setting.Property.PropertyType));
        IConfigurationSection section = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Zimbra");
        var options = new ZimbraSharingOptions();

        new SettingReader(section, options).ReadAll();

        Assert.Empty(options.Unreadable);
        Assert.Equal(24, simple.Length);
        Assert.All(Simple(options), setting =>
            Assert.Equal(Sample(setting.Property.PropertyType), Print(setting.Property.GetValue(setting.Target)), ignoreCase: true)
        );
    }

    private static IEnumerable<(object Target, PropertyInfo Property)> Simple(ZimbraSharingOptions options) =>
        from target in new object[] { options, options.Client }
        from property in target.GetType().GetProperties()
        let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where
            property.CanWrite
            && (type.IsPrimitive || type == typeof(string) || type == typeof(Uri) || type == typeof(TimeSpan) || type == typeof(Secret))
        select (target, property);

    private static string Sample(Type type) =>
        type switch
        {
            _ when type == typeof(Uri) => "https://sample.example.net/",
            _ when type == typeof(bool) => "true",
            _ when type == typeof(TimeSpan) => "00:00:07",
            _ when type == typeof(int) => "7",
            _ when type == typeof(double) => "0.5",
            _ => "sample",
        };

    private static string? Print(object? value) =>
        value is Secret secret ? secret.Reveal() : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static async Task<OptionsValidationException> RefusedAsync(Dictionary<string, string?> settings)
    {
        HostApplicationBuilder app = Host.CreateEmptyApplicationBuilder(null);
        app.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Zimbra:{setting.Key}", setting.Value)));
        app.Services.AddZimbraSharing(app.Configuration.GetSection("Zimbra"));
        using IHost host = app.Build();
        return await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));
    }
}
