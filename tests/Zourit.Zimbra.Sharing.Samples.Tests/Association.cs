using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Samples.Tests;

/// <summary>A server with an association's account and two calendars, a colleague and a group.</summary>
internal static class Association
{
    public const string Owner = "moncompte@monasso.org";
    public const string Password = "Owner-pa55wörd";
    public const string Events = "/Événements de l'asso";
    public const string Board = "/Bureau";
    public const string Guest = "adresse@orange.fr";
    public const string Colleague = "collegue@monasso.org";
    public const string Members = "membres@monasso.org";
    public const string Identifier = "adresse.orange.fr@monasso.org";

    public static Task<FakeZimbra> StartAsync(CancellationToken cancellationToken, Action<CalendarSeed>? board = null)
    {
        DateTimeOffset tomorrow = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        return FakeZimbra.StartAsync(
            seed =>
                seed.Account(Owner, Password, account =>
                        account
                            .DisplayName("Mon Asso")
                            .Calendar(Events, events => events.Event("Assemblée générale", tomorrow.AddHours(18), tomorrow.AddHours(20)))
                            .Calendar(Board, board)
                    )
                    .Account(Colleague, "C0llegue-pa55")
                    .Group(Members, Colleague),
            cancellationToken: cancellationToken
        );
    }
}
