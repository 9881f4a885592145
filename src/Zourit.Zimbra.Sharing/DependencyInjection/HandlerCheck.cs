using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Transport;

namespace Zourit.Zimbra.Sharing.DependencyInjection;

/// <summary>Stands for a server's HTTP handlers among the options that a host validates at its start.</summary>
internal sealed class HandlerCheck
{
    /// <summary>Makes the handlers of a server, and reports why they are refused.</summary>
    internal sealed class Validator(string server, IServiceProvider services) : IValidateOptions<HandlerCheck>
    {
        public ValidateOptionsResult Validate(string? name, HandlerCheck options)
        {
            if (name != server)
            {
                return ValidateOptionsResult.Skip;
            }

            try
            {
                services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ZimbraHttp.NameOf(server));
                return ValidateOptionsResult.Success;
            }
            catch (InvalidOperationException e) when (CarelessHandler.IsRefusal(e))
            {
                return ValidateOptionsResult.Fail(e.Message);
            }
            catch (OptionsValidationException)
            {
                // The settings' own check reports it.
                return ValidateOptionsResult.Skip;
            }
        }
    }
}
