using Zourit.Zimbra.Sharing.Benchmarks.Ratios;
using Zourit.Zimbra.Sharing.Benchmarks.Stubs;

switch (args)
{
    case ["ratios"]:
        await RatioRun.RunAsync(Console.Out);
        return 0;
    case ["bulk"]:
        await RatioRun.RunBulkAsync(Console.Out);
        return 0;
    case [StubProcess.Argument]:
        PreparedReplies.Serve(Console.In, Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Give one argument: ratios (what a call costs, compared with bare HttpClient; one JSON line a figure), or bulk (of these only "
                + "what lists cost)."
        );
        return 2;
}
