using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

public sealed class ReplyComparerTests
{
    [Fact]
    public void Every_recorded_answer_is_the_same_as_itself()
    {
        var comparer = new ReplyComparer(new RoleMap());
        foreach (var recording in Recordings.All)
            Assert.Equal(
                (recording.Name, ""),
                (recording.Name, string.Join("; ", comparer.Compare(recording.Reply, recording.Reply, "m")))
            );
    }

    [Theory]
    [InlineData("03-12-create-calendar", "name=\"Team\"", "name=\"team\"")]
    [InlineData("03-12-create-calendar", " deletable=\"1\"", "")]
    [InlineData("03-12-create-calendar", "l=\"1\"", "l=\"2\"")]
    [InlineData("03-12-create-calendar", "urn:zimbraMail", "urn:zimbraAccount")]
    [InlineData("03-12-create-calendar", "rev=\"4\"", "rev=\"four\"")]
    [InlineData("01-01-auth-ok", "<lifetime>172799960", "<lifetime>172")]
    [InlineData("06-02-create-echo", "u=\"1894089600000\"", "u=\"1894089660000\"")]
    [InlineData("06-02-create-echo", "seq=\"0\"", "seq=\"1\"")]
    [InlineData("08-01-getinfo", "<crumb>", "<crumb>x")]
    [InlineData("09-29-getallaccounts", "|10.1.0<", "|10.1<")]
    [InlineData("12-37-getmsg", "JavaMail.root@example.test", "JavaMail.root@other.test")]
    [InlineData("03-01-all", "name=\"Calendar\"", "name=\"Kalender\"")]
    [InlineData("03-01-all", "</folder></GetFolderResponse>", "<folder name=\"More\"/></folder></GetFolderResponse>")]
    [InlineData("04-15-guest", "zid=\"guest@outside.test\"", "zid=\"other@outside.test\"")]
    [InlineData("04-38-calendar-acl", "pw=\"guestpw1\"", "pw=\"guestpw2\"")]
    [InlineData("01-06-auth-wrong-password", "account.AUTH_FAILED", "account.AUTH_DENIED")]
    [InlineData("01-06-auth-wrong-password", "soap:Sender", "soap:Receiver")]
    [InlineData("01-06-auth-wrong-password", "<Trace>", "<Trace>at com.")]
    [InlineData("03-08-missing", "t=\"IID\"", "t=\"STR\"")]
    [InlineData("11-16-getfolder", "\"deletable\":true", "\"deletable\":\"1\"")]
    [InlineData("11-16-getfolder", "\"n\":0,", "")]
    [InlineData("11-16-getfolder", "\"perm\":\"r\"", "\"perm\":\"rw\"")]
    [InlineData("07-12-ics-basic", "SUMMARY:Rest Two", "SUMMARY:Rest Two ")]
    [InlineData("07-12-ics-basic", "SEQUENCE:1\r\n", "")]
    [InlineData("09-09-getaccount", "<a n=\"displayName\">Erin Example</a>", "")]
    [InlineData("09-09-getaccount", ">active<", ">closed<")]
    [InlineData("04-43-share-info-bob", "granteeType=\"all\"", "granteeType=\"pub\"")]
    public void A_changed_answer_differs(string name, string from, string to)
    {
        var reply = Recordings.Named(name).Reply;
        Assert.Contains(from, reply.Text, StringComparison.Ordinal);
        var changed = reply with { Body = Encoding.UTF8.GetBytes(reply.Text.Replace(from, to, StringComparison.Ordinal)) };

        Assert.NotEmpty(new ReplyComparer(new RoleMap()).Compare(reply, changed, "m"));
    }

    [Theory]
    [InlineData("Content-Type")]
    [InlineData("WWW-Authenticate")]
    [InlineData("Location")]
    [InlineData("Set-Cookie")]
    [InlineData("Content-Disposition")]
    [InlineData("X-Zimbra-Csrf-Token")]
    [InlineData("Allow")]
    public void A_missing_header_and_one_too_many_differ(string header)
    {
        var reply = Recordings.All.First(recording => recording.Reply.Header(header) is not null).Reply;
        var without = reply with { Headers = [.. reply.Headers.Where(one => one.Name != header)] };
        var comparer = new ReplyComparer(new RoleMap());

        Assert.Contains(comparer.Compare(reply, without, "m"), difference => difference.Place == $"header {header}");
        Assert.Contains(comparer.Compare(without, reply, "m"), difference => difference.Place == $"header {header}");
    }

    [Fact]
    public void An_etag_differs_where_the_real_server_gives_none()
    {
        var reply = Recordings.Named("07-12-ics-basic").Reply;
        var tagged = reply with { Headers = [.. reply.Headers, ("ETag", "\"1\"")] };

        var difference = Assert.Single(new ReplyComparer(new RoleMap()).Compare(reply, tagged, "m"));
        Assert.Equal(new Difference("header ETag", null, "\"1\""), difference);
    }

    [Fact]
    public void Another_status_differs()
    {
        var reply = Recordings.Named("07-14-ics-wrong-password").Reply;

        Assert.NotEmpty(new ReplyComparer(new RoleMap()).Compare(reply, reply with { StartLine = "HTTP/1.1 403 Forbidden" }, "m"));
    }

    [Fact]
    public void Order_counts_for_grants_and_not_for_attributes_of_an_entry_nor_for_folders()
    {
        Assert.Empty(Compare("<r><a n=\"x\">1</a><a n=\"y\">2</a></r>", "<r><a n=\"y\">2</a><a n=\"x\">1</a></r>"));
        Assert.Empty(Compare("<r><folder name=\"x\"/><folder name=\"y\"/></r>", "<r><folder name=\"y\"/><folder name=\"x\"/></r>"));
        Assert.Empty(Compare("<r a=\"1\" b=\"2\"/>", "<r b=\"2\" a=\"1\"/>"));
        Assert.NotEmpty(Compare("<acl><grant zid=\"x\"/><grant zid=\"y\"/></acl>", "<acl><grant zid=\"y\"/><grant zid=\"x\"/></acl>"));
        Assert.NotEmpty(Compare("<r><b/><c/></r>", "<r><c/><b/></r>"));
    }

    [Fact]
    public void One_recorded_id_is_one_actual_id_for_the_whole_replay()
    {
        var comparer = new ReplyComparer(new RoleMap());
        const string Uuid = "39fdafba-83a9-4f4f-ac6a-f15bd80d681f";
        const string Other = "49fdafba-83a9-4f4f-ac6a-f15bd80d681f";

        Assert.Empty(comparer.Compare(Soap($"<r id=\"{Uuid}\" l=\"300\"/>"), Soap($"<r id=\"{Other}\" l=\"301\"/>"), "m"));
        Assert.Empty(comparer.Compare(Soap($"<s x=\"in {Uuid}:300\"/>"), Soap($"<s x=\"in {Other}:301\"/>"), "m"));
        Assert.NotEmpty(comparer.Compare(Soap("<r l=\"300\"/>"), Soap("<r l=\"302\"/>"), "m"));
        Assert.NotEmpty(comparer.Compare(Soap("<r l=\"303\"/>"), Soap("<r l=\"301\"/>"), "m"));
        Assert.Empty(comparer.Compare(Soap("<r l=\"303\"/>"), Soap("<r l=\"301\"/>"), "another mailbox"));
        Assert.NotEmpty(comparer.Compare(Soap($"<r id=\"{Uuid}\"/>"), Soap($"<r id=\"{Uuid}\"/>"), "m"));
    }

    [Fact]
    public void Tokens_are_compared_field_by_field()
    {
        var recorded = Recordings.Named("01-01-auth-ok").Reply;
        var token = System.Text.RegularExpressions.Regex.Match(recorded.Text, "0_[0-9a-f]{40}_[0-9a-f]+").Value;
        var admin =
            token[..43]
            + Convert.ToHexStringLower(
                Encoding.UTF8.GetBytes("id=36:39fdafba-83a9-4f4f-ac6a-f15bd80d681f;exp=13:1795529841994;admin=1:1;")
            );
        var forged = recorded with { Body = Encoding.UTF8.GetBytes(recorded.Text.Replace(token, admin, StringComparison.Ordinal)) };

        Assert.NotEmpty(new ReplyComparer(new RoleMap()).Compare(recorded, forged, "m"));
    }

    [Fact]
    public void Requests_are_sent_with_what_earlier_answers_gave()
    {
        var roles = new RoleMap();
        const string Uuid = "39fdafba-83a9-4f4f-ac6a-f15bd80d681f";
        roles.Learn("uuid", Uuid, "actual-account");
        roles.Learn("item of m", "300", "412");
        roles.Learn($"item of {Uuid}", "300", "999");

        Assert.Equal(
            """<action id="412" op="x"><l>300</l></action>""",
            roles.Translate("""<action id="300" op="x"><l>300</l></action>""", "m")
        );
        Assert.Equal("""<folder l="actual-account:999"/>""", roles.Translate($"""<folder l="{Uuid}:300"/>""", "m"));
        Assert.Equal("""{"id": "412"}""", roles.Translate("""{"id": "300"}""", "m"));
        Assert.Equal("/home/a/?id=412&fmt=ics", roles.Translate("/home/a/?id=300&fmt=ics", "m"));
    }

    private static IReadOnlyList<Difference> Compare(string recorded, string actual) =>
        new ReplyComparer(new RoleMap()).Compare(Soap(recorded), Soap(actual), "m");

    private static RecordedMessage Soap(string body) =>
        new("HTTP/1.1 200 OK", [("Content-Type", "text/xml;charset=utf-8")], Encoding.UTF8.GetBytes(body));
}
