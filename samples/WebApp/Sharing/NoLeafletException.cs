using WebApp.Pages;

namespace WebApp.Sharing;

/// <summary>A share has no leaflet; why is said in the reader's language.</summary>
internal sealed class NoLeafletException(int status, Func<Words, string> reason, Exception? inner = null)
    : Exception(reason(Words.English), inner)
{
    public int Status => status;

    public string ReasonIn(Words said) => reason(said);
}
