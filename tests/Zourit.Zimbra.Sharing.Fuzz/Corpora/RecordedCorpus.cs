using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Fuzz.Replies;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Tests.Recorded;

namespace Zourit.Zimbra.Sharing.Fuzz.Corpora;

/// <summary>What the real server said, as inputs.</summary>
internal static class RecordedCorpus
{
    /// <summary>Replies that belong to the library's operations.</summary>
    public static IEnumerable<Seed> Soap(Func<RecordedReply, bool> wanted) =>
        Recordings
            .All.Select(RecordedReply.Of)
            .OfType<RecordedReply>()
            .Where(reply => RecordedOperations.Knows(reply.Request) && reply.Reply is not null && wanted(reply))
            .Select(reply => SeedOf(reply.Recording));

    /// <summary>Answers to GET below <c>/home</c> and the like, refusals included.</summary>
    public static IEnumerable<Seed> Rest() =>
        Recordings
            .All.Where(recording =>
                recording.Request.Method == "GET"
                && !recording.Request.Target.Contains("/soap", StringComparison.Ordinal)
                && !recording.Request.Target.Contains("extuserprov", StringComparison.Ordinal)
            )
            .Select(SeedOf);

    /// <summary>The sign-up servlet's answers, singly and as a guest gets them one after the other.</summary>
    public static IEnumerable<Seed> SignUps()
    {
        Recording[] all =
        [
            .. Recordings.All.Where(recording => recording.Request.Target.Contains("extuserprov", StringComparison.Ordinal)),
        ];
        Recording info = Recordings.All.First(recording => recording.Reply.Text.Contains("<GetInfoResponse", StringComparison.Ordinal));
        return
        [
            .. all.Select(SeedOf),
            new Seed("sign-up", RawReply.Join(all.Append(info).Select(recording => SeedOf(recording).Data))),
            .. all.SelectMany(first =>
                all.Select(second => new Seed($"{first.Name} {second.Name}", RawReply.Join([SeedOf(first).Data, SeedOf(second).Data])))
            ),
        ];
    }

    /// <summary>Mails with and without links, and what the SOAP service gives of them.</summary>
    public static IEnumerable<Seed> Mails() =>
        [
            .. RecordedMails.All.Select(mail => new Seed(mail.Name, mail.Message)),
            .. Recordings
                .All.Where(recording => recording.Reply.Text.Contains("extuserprov", StringComparison.Ordinal))
                .Select(recording => new Seed(recording.Name, recording.Reply.Body)),
        ];

    private static Seed SeedOf(Recording recording) =>
        new(
            recording.Name,
            [
                .. Encoding.UTF8.GetBytes(
                    $"{recording.Reply.StartLine}\n"
                        + $"{string.Concat(recording.Reply.Headers.Select(header => $"{header.Name}: {header.Value}\n"))}\n"
                ),
                .. recording.Reply.Body,
            ]
        );
}
