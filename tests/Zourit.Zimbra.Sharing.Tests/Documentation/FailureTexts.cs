using System.Text;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>
/// What calls fail with, one below the other, to be held against an approved text. Of a cause that is no Zimbra's only the type is
/// reported:
/// the system writes its message.
/// </summary>
internal sealed partial class FailureTexts
{
    private readonly StringBuilder _text = new();

    public void Add(string situation, Action call) => Add(situation, Record.Exception(call));

    public async Task AddAsync(string situation, Func<Task> call) => Add(situation, await Record.ExceptionAsync(call));

    /// <summary>A text that is no failure.</summary>
    public void Add(string situation, string text) => _text.Append($"{situation}\n  {text}\n");

    public void Match(string approved) => ApprovedText.Matches(approved, Port().Replace(_text.ToString(), "127.0.0.1:PORT"));

    private void Add(string situation, Exception? e)
    {
        _text.Append($"{situation}\n");
        string indent = "  ";
        for (Exception? each = e; each is not null; each = each is ZimbraException ? each.InnerException : null)
        {
            bool isOurs = each is ZimbraException or ArgumentException or InvalidOperationException;
            string message = isOurs ? $": {each.Message.ReplaceLineEndings(" ")}" : "";
            _text.Append($"{indent}{PublicType(each)}{Details(each)}{message}\n");
            indent += "  ";
        }

        Assert.True(e is not null, $"{situation}: nothing failed.");
    }

    /// <summary>The type that a caller can catch.</summary>
    public static string PublicType(Exception e)
    {
        Type type = e.GetType();
        while (!type.IsVisible)
        {
            type = type.BaseType!;
        }

        return type.Name;
    }

    private static string Details(Exception e)
    {
        string?[] details = e switch
        {
            ZimbraInvitationException { Failure: var failure, Code: var code, Operation: var operation } =>
            [
                failure.ToString(),
                code,
                operation,
            ],
            ZimbraGuestAddressException { Suggestion: { } meant } => [$"meant {meant}"],
            ZimbraGuestCollisionException { TakenName: var name, OtherGuest: var other } => [$"taken {name}", other],
            ZimbraConnectionException { IsTransient: var passes, Operation: var operation } => [passes ? "passes" : "lasts", operation],
            ZimbraException { Operation: var operation } => [operation],
            _ => [],
        };
        return string.Join(", ", details.OfType<string>()) is { Length: > 0 } told ? $" ({told})" : "";
    }

    [GeneratedRegex(@"127\.0\.0\.1:[0-9]+")]
    private static partial Regex Port();
}
