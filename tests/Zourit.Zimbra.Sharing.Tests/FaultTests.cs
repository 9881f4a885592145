namespace Zourit.Zimbra.Sharing.Tests;

public sealed class FaultTests
{
    private static readonly ZimbraFault Fault = new()
    {
        Code = ZimbraFaultCodes.NoSuchFolder,
        Reason = "no such folder path: /x.",
        IsSenderFault = true,
        Arguments =
        [
            new ZimbraFaultArgument
            {
                Name = "other",
                Type = "STR",
                Value = "1",
            },
            new ZimbraFaultArgument
            {
                Name = "path",
                Type = "STR",
                Value = "/x",
            },
            new ZimbraFaultArgument
            {
                Name = "path",
                Type = "STR",
                Value = "/y",
            },
        ],
    };

    [Fact]
    public void A_fault_gives_its_first_argument_of_a_name_or_none()
    {
        Assert.Equal("/x", Fault.Argument("path"));
        Assert.Null(Fault.Argument("Path"));
        Assert.Null((Fault with { Arguments = [] }).Argument("path"));
    }

    [Fact]
    public void A_fault_is_reported_with_the_request_where_there_was_one_and_with_the_remedy_where_one_is_known()
    {
        string remedy = ZimbraFaultCodes.RemedyFor(ZimbraFaultCodes.NoSuchFolder)!.English;

        Assert.Equal($"mail.NO_SUCH_FOLDER: no such folder path: /x. {remedy}", new ZimbraFaultException(Fault, operation: null).Message);
        Assert.Equal(
            $"GetFolderRequest was refused with mail.NO_SUCH_FOLDER: no such folder path: /x. {remedy}",
            new ZimbraFaultException(Fault, "GetFolderRequest").Message
        );
        Assert.Equal(
            "novel.CODE: no such folder path: /x.",
            new ZimbraFaultException(Fault with { Code = "novel.CODE" }, operation: null).Message
        );
    }

    [Fact]
    public void An_unknown_code_has_no_remedy_leaves_the_outcome_open_and_leads_to_the_other_codes()
    {
        var e = new ZimbraFaultException(Fault with { Code = "novel.CODE" }, "GetFolderRequest");

        Assert.Null(ZimbraFaultCodes.RemedyFor(e.Code));
        Assert.Equal((false, false, false), (e.IsOutcomeKnown, e.IsSafeToRepeat, e.IsTransient));
        Assert.EndsWith("#other-codes", e.HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ZimbraFaultCodes.Failure, true, true, true)]
    [InlineData(ZimbraFaultCodes.Failure, false, false, false)]
    [InlineData(ZimbraFaultCodes.AuthFailed, true, true, false)]
    [InlineData(ZimbraFaultCodes.AuthFailed, false, true, false)]
    [InlineData(ZimbraFaultCodes.NoSuchFolder, false, true, true)]
    public void What_only_reads_is_safe_to_repeat_unless_it_counts_as_a_failed_login(
        string code,
        bool isRead,
        bool isOutcomeKnown,
        bool isSafeToRepeat
    )
    {
        var e = new ZimbraFaultException(Fault with { Code = code }, "GetFolderRequest") { IsRead = isRead };

        Assert.Equal((isOutcomeKnown, isSafeToRepeat), (e.IsOutcomeKnown, e.IsSafeToRepeat));
    }
}
