namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>The clients of a program that works with several servers, by the names given to <c>AddZimbraSharing</c>.</summary>
public interface IZimbraClientFactory
{
    /// <summary>The registered names in their order; a server that was registered without a name is not among them.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>
    /// The client of a server: the same for each call, made at the first, closed with the container. Do not dispose of it.
    /// </summary>
    /// <param name="name">The name given to <c>AddZimbraSharing</c>.</param>
    /// <exception cref="ArgumentException">No server of that name is registered; the message lists those that are.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The server's settings are invalid.</exception>
    ZimbraClient GetClient(string name);
}
