using Zourit.Zimbra.Sharing.Tests.Security;

namespace Zourit.Zimbra.Sharing.Chaos.Canaries;

/// <summary>All that one scenario said, wherever it said it: to be searched for secrets at its end.</summary>
internal sealed class Evidence
{
    private static readonly AsyncLocal<Evidence?> Ambient = new();

    private readonly Lock _lock = new();
    private readonly List<(string Source, string Text)> _texts = [];

    /// <summary>
    /// That of the scenario in whose asynchronous context something happens: traces and metrics go to listeners of the whole process.
    /// </summary>
    public static Evidence? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public IReadOnlyList<(string Source, string Text)> Texts
    {
        get
        {
            lock (_lock)
            {
                return [.. _texts];
            }
        }
    }

    public void Add(string source, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        lock (_lock)
        {
            _texts.Add((source, text));
        }
    }

    /// <summary>What a call gave: as text, and as the JSON of its properties.</summary>
    public void AddResult(string call, object result) => Add($"result of {call}", Printed.Everything(result));

    /// <summary>An exception: what it prints, and what its properties and its data hold, its inner ones included.</summary>
    public void Add(Exception exception) => Add("exception", Printed.Everything(exception));
}
