using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests;

/// <summary>Addresses that clients share.</summary>
public sealed class ServerAddressTests
{
    private const int Rounds = 20_000;

    [Fact]
    public void An_address_of_this_machine_is_one_for_two_who_look_at_it_first_at_the_same_moment()
    {
        Uri[] addresses = [.. Enumerable.Range(0, Rounds).Select(_ => new Uri("http://127.0.0.1:8080/"))];
        int[] reached = new int[2];
        int refused = 0;
        Thread[] readers = [.. Enumerable.Range(0, 2).Select(me => new Thread(() => Read(me)))];
        Array.ForEach(readers, reader => reader.Start());
        Array.ForEach(readers, reader => reader.Join());

        Assert.Equal(0, refused);

        void Read(int me)
        {
            for (int round = 0; round < Rounds; round++)
            {
                Volatile.Write(ref reached[me], round + 1);
                SpinWait.SpinUntil(() => Volatile.Read(ref reached[1 - me]) > round);
                if (ServerAddress.Problem(addresses[round], allowInsecureHttp: false) is not null)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }
    }
}
