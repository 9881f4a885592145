namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What is done to a share.</summary>
public enum ChangeAction
{
    /// <summary>Not known to this version.</summary>
    Unknown = 0,

    /// <summary>It is made.</summary>
    Create = 1,

    /// <summary>Its rights or its end are changed in place; nobody is mailed.</summary>
    Change = 2,

    /// <summary>It is removed.</summary>
    Remove = 3,

    /// <summary>It is as it should be, but nobody was mailed: that is done.</summary>
    Notify = 4,

    /// <summary>The guest's account is made if it is missing, and the calendar put into it; nobody is mailed.</summary>
    CreateAccount = 5,
}
