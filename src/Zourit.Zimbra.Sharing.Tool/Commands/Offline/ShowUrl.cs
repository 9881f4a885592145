using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Offline;

/// <summary><see cref="IcsAddress.FromRestRoot"/>: the address where a server publishes nothing else. It asks no server.</summary>
internal sealed class ShowUrl : ToolCommand
{
    private readonly TextArgument _calendar = CalendarArgument.New();

    public ShowUrl()
        : base(
            "url",
            Sentence.Of(
                $"Compute a calendar's ICS address, offline, in one line.",
                $"Calculer l'adresse ICS d'un agenda, hors ligne, en une ligne."
            ),
            "url /my-events --server https://mail1.example.net --account owner@monasso.org"
        ) => Add(_calendar);

    public static RecordShape<IcsAddress> Shape { get; } =
        new RecordShape<IcsAddress>("address", "A calendar's addresses.")
            .Text("icsAddress", address => address.Uri.AbsoluteUri, Labels.Address)
            .Text("webcal", address => address.Webcal.AbsoluteUri, Labels.Address, isShown: false)
            .Text("html", address => address.Html.AbsoluteUri, Labels.Address, isShown: false)
            .Text("owner", address => address.Account, Labels.Owner, isShown: false)
            .Text("calendar", address => address.Path.Value, Labels.Calendar, isShown: false);

    public override Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        Settings settings = run.Settings();
        string home = $"{settings.ServerUri().GetLeftPart(UriPartial.Authority)}/home/{settings.OwnerOrThrow()}";
        var address = IcsAddress.FromRestRoot(home, FolderPath.Parse(run[_calendar]));
        if (run.Results.IsJson)
        {
            run.Results.One(Shape, address);
        }
        else
        {
            run.Results.Text(address.Uri.AbsoluteUri);
        }

        return Task.FromResult(ExitCode.Done);
    }
}
