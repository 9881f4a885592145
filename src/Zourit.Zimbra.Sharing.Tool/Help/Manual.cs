using System.CommandLine;
using System.Text;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Output;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>The manual page in roff.</summary>
internal sealed class Manual(RootDefinition root, string language)
{
    private readonly StringBuilder _page = new();

    public string Write()
    {
        Line($".TH ZIMBRA-SHARE 1 \"\" \"zimbra-share {VersionRecord.Tool}\"");
        Section(Sentence.Of($"NAME", $"NOM"));
        Line($"zimbra-share \\- {Text(Sentence.Of($"share Zimbra calendars from scripts and terminals", $"partager des agendas Zimbra"))}");
        Section(Sentence.Of($"SYNOPSIS", $"SYNOPSIS"));
        Line(".B zimbra-share");
        Line(Text(Sentence.Of($"COMMAND [arguments] [options]", $"COMMANDE [arguments] [options]")));
        Section(Sentence.Of($"COMMANDS", $"COMMANDES"));
        foreach (ToolCommand command in root.Tools().Where(each => !each.Hidden))
        {
            Command(command);
        }

        Section(Sentence.Of($"OPTIONS OF EVERY COMMAND", $"OPTIONS DE TOUTE COMMANDE"));
        foreach (Option option in root.Options.All)
        {
            Entry(option);
        }

        Section(Sentence.Of($"SECRETS", $"SECRETS"));
        Line(Text(ManualTexts.Secrets));
        Section(Sentence.Of($"EXIT CODES", $"CODES DE SORTIE"));
        foreach ((int code, LocalizedText text) in ManualTexts.ExitCodes)
        {
            Line(".TP");
            Line($"{code}");
            Line(Text(text));
        }

        return _page.ToString().TrimEnd();
    }

    private void Command(ToolCommand command)
    {
        Line($".SS \"{Escaped($"{RootDefinition.PathOf(command)} {HelpPage.ArgumentsOf(command, language)}".TrimEnd())}\"");
        Line(Text(command.About));
        foreach (Argument argument in command.Arguments)
        {
            Line(".TP");
            Line($"\\fI{Escaped(Placeholders.In(argument.Name, language))}\\fR");
            Line(Text(HelpPage.AboutOf(argument)));
        }

        foreach (Option option in command.Options.Where(option => !option.Hidden))
        {
            Entry(option);
        }

        foreach (string example in command.Examples)
        {
            Line(".PP");
            Line($".B zimbra-share {Escaped(example)}");
        }
    }

    private void Entry(Option option)
    {
        Line(".TP");
        string names = string.Join(", ", option.Aliases.Where(each => each != "-?").Prepend(option.Name));
        Line($"\\fB{Escaped(names)}\\fR{(option.HelpName is { } value ? $" \\fI{Escaped(Placeholders.In(value, language))}\\fR" : "")}");
        Line(Text(HelpPage.AboutOf(option)));
    }

    private void Section(LocalizedText title) => Line($".SH {title.InLanguage(language)}");

    private void Line(string line) => _page.Append(line).Append('\n');

    private string Text(LocalizedText text) => Escaped(text.InLanguage(language));

    // A point or an apostrophe at the start of a line would be a request to roff.
    private static string Escaped(string text)
    {
        string escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return escaped.StartsWith('.') || escaped.StartsWith('\'') ? "\\&" + escaped : escaped;
    }
}
