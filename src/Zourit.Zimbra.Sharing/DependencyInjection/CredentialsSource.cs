using Zourit.Zimbra.Sharing.Authentication;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Credentials that the program makes itself, in place of those in the settings.</summary>
internal sealed record CredentialsSource(Func<IServiceProvider, ZimbraCredentials> Create);
