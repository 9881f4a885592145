namespace WebApp.Sharing;

/// <summary>A share has no leaflet; the message says why.</summary>
internal sealed class NoLeafletException(int status, string message) : Exception(message)
{
    public int Status => status;
}
