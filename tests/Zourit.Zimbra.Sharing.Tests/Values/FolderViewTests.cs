using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Values;

/// <summary>What is known of a folder by its view.</summary>
public sealed class FolderViewTests
{
    [Theory]
    [InlineData("appointment", "zimbraFeatureCalendarEnabled")]
    [InlineData("task", "zimbraFeatureTasksEnabled")]
    [InlineData("contact", "zimbraFeatureContactsEnabled")]
    [InlineData("document", "zimbraFeatureBriefcasesEnabled")]
    [InlineData("message", "zimbraFeatureMailEnabled")]
    [InlineData("remote", null)]
    [InlineData(null, null)]
    public void Each_kind_of_folder_has_the_feature_that_shows_it(string? view, string? feature) =>
        Assert.Equal(feature, FolderViews.Feature(view));

    [Theory]
    [InlineData("appointment", true, true)]
    [InlineData("task", false, true)]
    [InlineData("contact", false, false)]
    [InlineData("Appointment", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void Calendars_are_given_as_ICS_and_so_are_task_lists(string? view, bool isCalendar, bool isFeed) =>
        Assert.Equal((isCalendar, isFeed), (FolderViews.IsCalendar(view), FolderViews.IsFeed(view)));
}
