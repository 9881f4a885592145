using Zourit.Zimbra.Sharing.Authentication;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Credentials that the program makes itself, in place of those in the settings of a server.</summary>
internal sealed record CredentialsSource(string Server, Func<IServiceProvider, ZimbraCredentials> Create);
