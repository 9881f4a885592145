using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Offline;

/// <summary><see cref="GuestIdentifier.For"/>. It asks no server.</summary>
internal sealed class ShowIdentifier : ToolCommand
{
    private readonly TextArgument _guest = CalendarArgument.Guest();
    private readonly TextArgument _domain = new(
        "DOMAIN",
        Sentence.Of($"the owner's domain, or the owner", $"le domaine du propriétaire, ou le propriétaire")
    );

    public ShowIdentifier()
        : base(
            "identifier",
            Sentence.Of(
                $"Compute the name by which a guest signs in, offline, in one line.",
                $"Calculer le nom par lequel un invité se connecte, hors ligne, en une ligne."
            ),
            "identifier adresse@orange.fr monasso.org"
        )
    {
        Add(_guest);
        Add(_domain);
    }

    public static RecordShape<GuestIdentifier> Shape { get; } =
        new RecordShape<GuestIdentifier>("identifier", "The name by which a guest signs in.").Text(
            "identifier",
            identifier => identifier.Value,
            Labels.Identifier
        );

    public override Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        string domain = run[_domain];
        var identifier = GuestIdentifier.For(GuestAddress.Parse(run[_guest]), domain[(domain.LastIndexOf('@') + 1)..]);
        if (run.Results.IsJson)
        {
            run.Results.One(Shape, identifier);
        }
        else
        {
            run.Results.Text(identifier.Value);
        }

        return Task.FromResult(ExitCode.Done);
    }
}
