using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Links;

/// <summary><see cref="PersonalLink.Parse"/>: what a personal link says. It asks no server.</summary>
internal sealed class LinkShow : ToolCommand
{
    private readonly TextArgument _link = LinkInput.New();

    public LinkShow()
        : base(
            "link",
            Sentence.Of($"Show for whom and for what a personal link is.", $"Montrer pour qui et pour quoi est un lien personnel."),
            "link - < mail.txt"
        ) => Add(_link);

    public static RecordShape<ShownLink> Shape { get; } =
        new RecordShape<ShownLink>("link", "What a personal link says.")
            .Text("guest", shown => shown.Link.Mail, Labels.Guest)
            .Text("server", shown => shown.Link.BaseAddress.GetLeftPart(UriPartial.Authority), Labels.Server)
            .Text("ownerId", shown => shown.Link.OwnerId, Labels.Owner)
            .Text("folderId", shown => shown.Link.FolderId, Labels.Folder)
            .Moment("expires", shown => shown.Link.Expiry, Labels.Ends)
            .Truth("expired", shown => shown.Link.IsExpired(shown.Run.Terminal.TimeProvider.GetUtcNow()), Labels.IsExpired)
            .Text("link", shown => shown.Run.ShowsLinks ? shown.Link.Uri.AbsoluteUri : null, Labels.Link);

    public override async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        run.Results.One(Shape, new(await LinkInput.ReadAsync(run[_link], run, cancellationToken), run));
        return ExitCode.Done;
    }

    internal sealed record ShownLink(PersonalLink Link, Invocation Run);
}
