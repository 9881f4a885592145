using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Profiles;

namespace Zourit.Zimbra.Sharing.Tool.Sessions;

/// <summary>What the command line says, and where it is silent the profile.</summary>
internal sealed record Settings
{
    private const int MostRequestsPerSecond = 1_000;

    // Half of what the server bears: plans run for long, and people work meanwhile.
    private const int RequestsPerSecondOfPlans = 15;

    public required ProfileFile File { get; init; }

    public string? ProfileName { get; init; }

    public string? Server { get; init; }

    public string? AdminServer { get; init; }

    public string? Account { get; init; }

    public bool IsAdmin { get; init; }

    public string? OnBehalfOf { get; init; }

    public string? TrustedRoots { get; init; }

    public string? Rate { get; init; }

    /// <summary>The language of messages.</summary>
    public string Language { get; init; } = "en";

    public required Profile Profile { get; init; }

    /// <summary>Whose calendars are meant; null where nobody is named.</summary>
    public string? Owner => OnBehalfOf ?? Account;

    public static Settings Of(Invocation run, ProfileFile file)
    {
        GlobalOptions options = run.Options;
        string? name = run[options.Profile] ?? run.Terminal.Variable("ZIMBRA_SHARE_PROFILE") ?? file.Default;
        Profile profile = file.Find(name);
        return new()
        {
            File = file,
            ProfileName = name,
            Profile = profile,
            Language = run.Language,
            Server = run[options.Server] ?? profile.Server,
            AdminServer = run[options.AdminServer] ?? profile.AdminServer,
            Account = run[options.Account] ?? profile.Account,
            IsAdmin = run[options.Admin] || (profile.Admin && run[options.Account] is null),
            OnBehalfOf = run[options.OnBehalfOf] ?? profile.OnBehalfOf,
            TrustedRoots = run[options.TrustedRoots] ?? profile.TrustedRoots,
            Rate = run[options.Rate] ?? profile.Rate,
        };
    }

    /// <summary>The server.</summary>
    /// <exception cref="ToolException">None is named, or it is no address.</exception>
    public Uri ServerUri() =>
        Server is { } server
            ? Address(server)
            : throw ToolException.Usage(
                Sentence.Of(
                    $"Name the server: --server https://mail1.example.net, or a profile ({File.Path}).",
                    $"Indiquez le serveur : --server https://mail1.example.net, ou un profil ({File.Path})."
                )
            );

    /// <summary>The owner whose calendars are meant.</summary>
    /// <exception cref="ToolException">Nobody is named.</exception>
    public string OwnerOrThrow() =>
        Owner
        ?? throw ToolException.Usage(
            Sentence.Of(
                $"Whose calendar? Name the owner: --account, or --on-behalf-of for an administrator.",
                $"L'agenda de qui ? Indiquez le propriétaire : --account, ou --on-behalf-of pour un administrateur."
            )
        );

    /// <param name="time">The clock.</param>
    /// <param name="shard">The part of a plan's owners, which has as large a part of the rate; null for other commands.</param>
    public ZimbraClientOptions ClientOptions(TimeProvider time, Shard? shard)
    {
        var options = new ZimbraClientOptions { TimeProvider = time, TrustedRootsFile = TrustedRoots };
        if (AdminServer is { } admin)
        {
            options.AdminUri = Address(admin);
        }

        // A server on this machine has no limit.
        int? rate = GivenRate() ?? (shard is null || ServerUri().IsLoopback ? null : RequestsPerSecondOfPlans);
        if (rate is { } number)
        {
            options.MaxRequestsPerSecond = shard?.PartOf(number) ?? number;
        }

        return options;
    }

    private int? GivenRate() =>
        Rate is not { } rate ? null
        : int.TryParse(rate, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MostRequestsPerSecond
            ? number
        : throw ToolException.Usage(Sentence.Of($"--rate is a number from 1 to 1000.", $"--rate est un nombre de 1 à 1000."));

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is ("https" or "http")
            ? uri
            : throw ToolException.Usage(
                Sentence.Of(
                    $"'{Excerpt.Of(text)}' is no server's address: write e.g. https://mail1.example.net.",
                    $"« {Excerpt.Of(text)} » n'est pas l'adresse d'un serveur : écrivez p. ex. https://mail1.example.net."
                )
            );
}
