namespace WebApp.Sharing;

/// <summary>The address names a folder that is no calendar: nobody is to share the inbox by mistake.</summary>
internal sealed class NoCalendarException(string folder) : Exception($"The folder {folder} is no calendar.");
