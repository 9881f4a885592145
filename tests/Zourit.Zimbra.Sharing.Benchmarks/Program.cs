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
    case ["start"]:
        await RatioRun.RunStartAsync(Console.Out);
        return 0;
    case ["plans"]:
        await RatioRun.RunPlansAsync(Console.Out);
        return 0;
    case ["tool"]:
        await RatioRun.RunToolAsync(Console.Out);
        return 0;
    case [PlanServer.Argument, var owners]:
        await PlanServer.ServeAsync(int.Parse(owners, System.Globalization.CultureInfo.InvariantCulture), Console.In, Console.Out);
        return 0;
    case [StubProcess.Argument]:
        PreparedReplies.Serve(Console.In, Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Give one argument: ratios (what a call costs, compared with bare HttpClient; one JSON line a figure), bulk (of these only "
                + "what lists cost), plans (only what plans cost), start (only what starting costs), or tool (only what a start of "
                + "zimbra-share costs)."
        );
        return 2;
}
