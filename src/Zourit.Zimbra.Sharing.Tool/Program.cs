using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Tool;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new StopSignals();
        return (int)await Application.RunAsync(args, SystemTerminal.Open(), stop.Token);
    }
}
