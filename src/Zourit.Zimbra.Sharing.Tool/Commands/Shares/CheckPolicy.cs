using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Tool.Sessions;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.CheckPolicyAsync"/>.</summary>
internal sealed class CheckPolicy : ToolCommand
{
    private readonly TextOption _guest = new("--guest", "GUEST", Sentence.Of($"with whom to share", $"avec qui partager"));
    private readonly TextOption _expires = ExpiryOption.New();

    public CheckPolicy()
        : base(
            "policy",
            Sentence.Of($"Show what the server's policy allows to share.", $"Montrer ce que la politique du serveur permet de partager."),
            "policy --guest adresse@orange.fr"
        )
    {
        Add(_guest);
        Add(_expires);
    }

    public static RecordShape<PolicyLine> Shape { get; } =
        new RecordShape<PolicyLine>("policyRule", "A rule of the server's policy.")
            .Named("sharingWith", line => line.Kind, Labels.Kind)
            .Word("answer", line => (PolicyAnswer?)line.Rule.Answer, Labels.Allowed)
            .Text("attribute", line => line.Rule.Attribute, Labels.Attribute, isShown: false)
            .Text("value", line => line.Rule.Value, Labels.Value, isShown: false)
            .Word("level", line => (PolicyLevel?)line.Rule.Level, Labels.Level, isShown: false)
            .Sentence("text", line => line.Rule.Text, Labels.Finding);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var options = new PolicyCheckOptions { Guest = run[_guest], Expiry = ExpiryOption.Read(run[_expires], run.Terminal.TimeProvider) };
        Session session = await run.OpenAsync(cancellationToken);
        SharingPolicy policy = await session.Calendars.CheckPolicyAsync(options, cancellationToken);
        foreach (
            (string kind, PolicyVerdict verdict) in new[] { ("guest", policy.Guests), ("user", policy.Users), ("public", policy.Public) }
        )
        {
            foreach (PolicyRule rule in verdict.Rules)
            {
                run.Results.Row(Shape, new(kind, rule));
            }
        }

        return ExitCode.Done;
    }

    internal sealed record PolicyLine(string Kind, PolicyRule Rule);
}
