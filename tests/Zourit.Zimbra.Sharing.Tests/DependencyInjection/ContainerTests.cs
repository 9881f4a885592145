using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.DependencyInjection;

/// <summary>What the client takes from the container, and what the container reports when it cannot be made.</summary>
public sealed class ContainerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_program_that_gives_no_credentials_after_all_learns_which_function_did_so()
    {
        var collection = new ServiceCollection();
        collection.AddZimbraSharing(options => options.ServerUri = new Uri("https://mail1.example.net")).UseCredentials(_ => null!);
        using ServiceProvider services = collection.BuildServiceProvider();

        InvalidOperationException e = Assert.Throws<InvalidOperationException>(services.GetRequiredService<ZimbraClient>);

        Assert.Equal("The function given to UseCredentials returned null.", e.Message);
    }

    [Fact]
    public void Good_settings_pass_the_check()
    {
        var options = new ZimbraSharingOptions
        {
            ServerUri = new Uri("https://mail1.example.net"),
            Account = "owner@monasso.org",
            Password = new Secret("s3cret"),
        };

        Assert.Same(ValidateOptionsResult.Success, new OptionsValidator([]).Validate(null, options));
    }

    [Fact]
    public void Settings_that_stand_in_no_section_are_named_without_one()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Account"] = "owner@monasso.org",
                    ["Password"] = "s3cret",
                    ["BreakFailureRatio"] = "half",
                }
            )
            .Build();
        var collection = new ServiceCollection();
        collection.AddZimbraSharing(configuration);
        using ServiceProvider services = collection.BuildServiceProvider();

        OptionsValidationException e = Assert.Throws<OptionsValidationException>(services.GetRequiredService<ZimbraClient>);

        Assert.Equal(
            [
                "BreakFailureRatio is 'half', which is not a number. Write e.g. 0.8.",
                "ServerUri is missing. Set it to the server's address, e.g. https://mail1.example.net.",
            ],
            e.Failures
        );
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Logs_go_to_the_containers_factory_under_the_librarys_name_unless_the_settings_name_another(bool another)
    {
        using var containers = new CapturedLog();
        using var own = new CapturedLog();
        using var factory = new LoggerFactory([own]);
        await using var server = ScriptedServer.Soap(_ => Replies.Fault("mail.NO_SUCH_FOLDER"));
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(containers).SetMinimumLevel(LogLevel.Trace));
        collection
            .AddZimbraSharing(options =>
            {
                options.ServerUri = server.Address;
                options.Client.LoggerFactory = another ? factory : null;
            })
            .UseCredentials(_ => ZimbraCredentials.Token(new Secret("0_given")));
        await using ServiceProvider services = collection.BuildServiceProvider();

        await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            services.GetRequiredService<ZimbraClient>().SendAsync(new NoOpRequest(), Token)
        );

        Assert.Equal(!another, containers.Lines.Any(IsOurs));
        Assert.Equal(another, own.Lines.Any(IsOurs));

        static bool IsOurs(string line) =>
            line.StartsWith("Zourit.Zimbra.Sharing ", StringComparison.Ordinal)
            && line.Contains("mail.NO_SUCH_FOLDER", StringComparison.Ordinal);
    }
}
