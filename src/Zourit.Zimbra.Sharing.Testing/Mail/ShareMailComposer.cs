using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>Composes the share mails of docs/protocol.md §5.3, as the recorded ones read.</summary>
internal static class ShareMailComposer
{
    private const string Separator = "*~*~*~*~*~*~*~*~*~*";

    public static OutgoingMail Compose(ShareMail share, DateTimeOffset now)
    {
        ShareWords words = share.IsFrench ? ShareWords.French : ShareWords.English;
        string folder =
            share.FolderName == "Calendar" && share.Folder.Id == SystemFolder.Calendar ? words.Names["Calendar"] : share.FolderName;
        string owner = share.Owner.FriendlyName;
        string author = share.Author.FriendlyName;
        string kind = share.Action switch
        {
            "edit" => words.Modified,
            "revoke" => words.Revoked,
            "expire" => words.Expired,
            _ => words.Created,
        };
        string subject = $"{kind}: {folder} {words.SubjectBy} {author}";
        string grantee = share.Grantee?.Name ?? share.To;
        string headline = Format(
            share.Action switch
            {
                "edit" => words.ModifiedHeadline,
                "revoke" => words.RevokedHeadline,
                "expire" => words.ExpiredHeadline,
                _ => words.SharedHeadline,
            },
            share.Action is null ? [owner, folder, grantee] : [folder]
        );
        List<(string Label, string Value, bool Marked)> lines = Lines(share, words, folder, owner, grantee);
        string text = Text(share, words, headline, lines);
        string html = Html(share, words, headline, lines);
        string? name = author == share.Author.Name ? null : author;
        var mail = new OutgoingMail
        {
            From = share.Author.Name,
            To = share.To,
            Subject = subject,
            Text = text,
            Html = html,
            Raw = "",
            SenderName = name,
        };
        return mail with { Raw = ShareMime.Write(share, mail, now) };
    }

    private static List<(string Label, string Value, bool Marked)> Lines(
        ShareMail share,
        ShareWords words,
        string folder,
        string owner,
        string grantee
    )
    {
        string kind = words.Kinds.GetValueOrDefault(share.Folder.View, words.Kinds["message"]);
        List<(string, string, bool)> lines = [(words.Item, $"{folder} ({kind})", false), (words.Owner, owner, false)];
        if (!share.IsOver)
        {
            bool edited = share.Action == "edit";
            string mark = edited ? " " + words.ModifiedMark : "";
            string letters = share.Rights.Replace("p", "", StringComparison.Ordinal);
            string role = words.Names[
                letters switch
                {
                    "r" => "viewer",
                    "rwidx" => "manager",
                    "rwidxa" => "admin",
                    "" => "none",
                    _ => "custom",
                }
            ];
            string actions = string.Join(
                ", ",
                "rwida".Where(letter => letters.Contains(letter, StringComparison.Ordinal)).Select(letter => words.Names[letter.ToString()])
            );
            lines.Add((words.Grantee, grantee, false));
            lines.Add((words.Role, role + mark, edited));
            lines.Add((words.Actions, actions + mark, edited));
        }

        return lines;
    }

    private static string Text(ShareMail share, ShareWords words, string headline, List<(string Label, string Value, bool Marked)> lines)
    {
        var text = new StringBuilder().Append(headline).Append("\n\n");
        foreach ((string label, string value, _) in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{label} {value}\n");
        }

        text.Append('\n');
        if (share.AcceptUrl is not null)
        {
            text.Append(Format(words.AcceptText, share.AcceptUrl))
                .Append("\n\n")
                .Append(Format(words.LoginText, share.LoginUrl!))
                .Append("\n\n");
        }

        return share.IsOver
            ? text.ToString()
            : text.Append('\n').Append(Separator).Append("\n\n").Append(share.Notes).Append(share.Notes is null ? "" : "\n\n").ToString();
    }

    private static string Html(ShareMail share, ShareWords words, string headline, List<(string Label, string Value, bool Marked)> lines)
    {
        var html = new StringBuilder("<div style=\"font-family:sans-serif;\"><h1 style=\"font-size:1.3em;\">")
            .Append(headline)
            .Append("</h1><hr><table border=\"0\" cellpadding=\"3\" cellspacing=\"0\" style=\"font-size:1em;\">");
        foreach ((string label, string value, bool marked) in lines)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr{(marked ? " style=\"color:#EB7400;\"" : "")}><th align=\"right\">{label}</th><td>{value}</td></tr>"
            );
        }

        html.Append("</table>");
        if (!share.IsOver)
        {
            html.Append("<p>");
            if (share.AcceptUrl is not null)
            {
                html.Append("<p>")
                    .Append(Format(words.AcceptHtml, share.AcceptUrl))
                    .Append("</p><p>")
                    .Append(Format(words.LoginHtml, share.LoginUrl!))
                    .Append("</p><br>");
            }

            // Notes go in unescaped: that is what the server does.
            html.Append("</p><hr><p>")
                .Append(share.Notes?.Replace("\n", "<br>", StringComparison.Ordinal))
                .Append(share.Notes is null ? "" : "<br>")
                .Append("</p>");
        }

        return html.Append("</div>").ToString();
    }

    private static string Format(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);
}
