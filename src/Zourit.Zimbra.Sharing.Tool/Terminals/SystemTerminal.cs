using System.Text;

namespace Zourit.Zimbra.Sharing.Tool.Terminals;

/// <summary>The process's own terminal.</summary>
internal static class SystemTerminal
{
    private const int DefaultWidth = 80;

    public static Terminal Open() =>
        new()
        {
            Input = Console.In,
            Output = Console.OpenStandardOutput(),
            Error = Console.OpenStandardError(),
            Encoding = Encoding(),
            IsInputTerminal = !Console.IsInputRedirected,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Width(),
            Variable = name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null,
            ReadHidden = HiddenInput.ReadLine,
        };

    // .NET names UTF-8 where the locale names no encoding.
    private static Encoding Encoding() =>
        Console.OutputEncoding.CodePage == System.Text.Encoding.UTF8.CodePage
            ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            : Console.OutputEncoding;

    private static int Width()
    {
        try
        {
            return !Console.IsOutputRedirected && Console.WindowWidth is > 0 and var width ? width : DefaultWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return DefaultWidth;
        }
    }
}
