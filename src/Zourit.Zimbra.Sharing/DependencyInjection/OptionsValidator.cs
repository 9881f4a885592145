using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Checks the settings at the program's start; every message names the setting, where it is, and what to do.</summary>
internal sealed class OptionsValidator(IEnumerable<CredentialsSource> sources) : IValidateOptions<ZimbraSharingOptions>
{
    public ValidateOptionsResult Validate(string? name, ZimbraSharingOptions options)
    {
        var problems = options
            .Unreadable.Concat(Server(options))
            .Concat(sources.Any(source => source.Server == name) ? [] : Credentials(options))
            .Concat(options.Client.Validate())
            .Select(problem => options.Place + problem)
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Server(ZimbraSharingOptions options)
    {
        if (options.ServerUri is not { } server)
        {
            if (!options.Unreadable.Any(problem => problem.StartsWith(nameof(options.ServerUri), StringComparison.Ordinal)))
            {
                yield return $"{nameof(options.ServerUri)} is missing. Set it to the server's address, e.g. https://mail1.example.net.";
            }
        }
        else if (ServerAddress.Problem(server, options.Client.AllowInsecureHttp) is { } problem)
        {
            yield return $"{nameof(options.ServerUri)}: {problem}";
        }
    }

    private static IEnumerable<string> Credentials(ZimbraSharingOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Account))
        {
            yield return $"{nameof(options.Account)} is missing. Set it to the account that asks, e.g. owner@monasso.org, or call "
                + $"{nameof(ZimbraSharingBuilder.UseCredentials)}.";
        }

        string[] given = [.. Given(options)];
        if (given.Length == 0)
        {
            yield return $"{nameof(options.Password)} is missing. Set it, or {nameof(options.PreauthKey)}, or "
                + $"{nameof(options.PasswordProvider)} in code, or call "
                + $"{nameof(ZimbraSharingBuilder.UseCredentials)}.";
        }
        else if (given.Length > 1)
        {
            yield return $"{string.Join(" and ", given)} are both set, and only one can be used. Remove one.";
        }
        else if (options.IsAdmin && given[0] == nameof(options.PreauthKey))
        {
            yield return $"{nameof(options.IsAdmin)} does not go with {nameof(options.PreauthKey)}: preauth lets users in, not "
                + $"administrators. Set {nameof(options.Password)} instead.";
        }
    }

    private static IEnumerable<string> Given(ZimbraSharingOptions options)
    {
        if (options.Password is { IsEmpty: false })
        {
            yield return nameof(options.Password);
        }

        if (options.PasswordProvider is not null)
        {
            yield return nameof(options.PasswordProvider);
        }

        if (options.PreauthKey is { IsEmpty: false })
        {
            yield return nameof(options.PreauthKey);
        }
    }
}
