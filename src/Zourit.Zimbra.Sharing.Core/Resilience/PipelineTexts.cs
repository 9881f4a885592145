using Polly.Timeout;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>What is said of calls that the pipeline ended, in English and French.</summary>
internal static class PipelineTexts
{
    private const string Look = "look at the server's state before repeating it.";
    private const string LookFrench = "vérifiez l'état sur le serveur avant de la refaire.";

    public static LocalizedText MayBeDone =>
        new($"It may have been carried out: {Look}", $"La demande a peut-être été exécutée : {LookFrench}");

    public static LocalizedText EarlierMayBeDone =>
        new($"An earlier attempt may have been carried out: {Look}", $"Une tentative précédente a peut-être été exécutée : {LookFrench}");

    public static LocalizedText Closed(string operation) =>
        LocalizedText.Format(
            $"{operation} ended because its ZimbraClient was closed.",
            $"{operation} s'est arrêté car son ZimbraClient a été fermé."
        );

    public static LocalizedText NotSent(string operation, bool wasTried, string server, TimeSpan? left)
    {
        string again = wasTried ? " again" : "",
            more = wasTried ? " de nouveau" : "";
        LocalizedText time = left is { } wait
            ? LocalizedText.Format(
                $"for another {Math.Ceiling(wait.TotalSeconds):0} s",
                $"pendant encore {Math.Ceiling(wait.TotalSeconds):0} s"
            )
            : new("for a while", "pendant un moment");
        return LocalizedText.Format(
            $"{operation} was not sent{again}: too many of the last requests to {server} failed, so that none is sent there {time} "
                + $"({nameof(ZimbraClientOptions.BreakDuration)}).",
            $"{operation} n'a pas été envoyé{more} : trop des dernières demandes à {server} ont échoué, si bien que rien n'y est envoyé "
                + $"{time} ({nameof(ZimbraClientOptions.BreakDuration)})."
        );
    }

    public static LocalizedText? Last(Exception? failure) =>
        failure switch
        {
            ZimbraException known => LocalizedText.Format(
                $"The last failure: {known.Explanation}",
                $"Le dernier échec : {known.Explanation}"
            ),
            TimeoutRejectedException => new(
                "The last failure: the server did not answer in time.",
                "Le dernier échec : le serveur n'a pas répondu à temps."
            ),
            _ => null,
        };

    public static LocalizedText NoPlace(string operation, TimeSpan limit, string server) =>
        LocalizedText.Format(
            $"{operation} was not sent: within {limit.TotalSeconds:0.#} s ({nameof(ZimbraClientOptions.TotalTimeout)}) no place "
                + $"became free "
                + $"among the {nameof(ZimbraClientOptions.MaxConcurrentRequests)} to {server}.",
            $"{operation} n'a pas été envoyé : en {limit.TotalSeconds:0.#} s ({nameof(ZimbraClientOptions.TotalTimeout)}) aucune place ne "
                + $"s'est libérée parmi les {nameof(ZimbraClientOptions.MaxConcurrentRequests)} vers {server}."
        );

    public static LocalizedText TookLonger(string operation, TimeSpan limit) =>
        LocalizedText.Format(
            $"{operation} took longer than {limit.TotalSeconds:0.#} s in all ({nameof(ZimbraClientOptions.TotalTimeout)}).",
            $"{operation} a duré plus de {limit.TotalSeconds:0.#} s en tout ({nameof(ZimbraClientOptions.TotalTimeout)})."
        );
}
