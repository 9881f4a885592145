using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>A grant that was applied: the folder before, what was desired, and what came of it.</summary>
internal sealed record AppliedGrant(SharedFolder Before, DesiredGrant Desired, GrantResult Result);
