namespace WebApp.Demo;

/// <summary>A mail that the fake server sent.</summary>
public sealed record DemoMail(string To, string Subject, string Text, Uri? PersonalLink);
