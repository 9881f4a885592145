using System.Globalization;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>The notification sessions that clients hold open. None exists unless a request asks for one.</summary>
internal sealed class SoapSessions
{
    private const int MostKept = 1_000;

    private readonly Queue<SoapSession> _sessions = new();
    private int _lastId = 10;

    /// <summary>The session that a request asks for, new or continued; null without.</summary>
    public SoapSession? Of(SoapCall call, XElement? context)
    {
        if (
            context?.Child("session") is not { } asked
            || call.Caller is null
            || call.Requested != call.Caller
            || context.Child("nosession") is not null
        )
        {
            return null;
        }

        string id = asked.Attribute("id")?.Value ?? asked.Value;
        SoapSession? session = _sessions.FirstOrDefault(known => known.Id == id && known.Account == call.Caller);
        if (session is null)
        {
            session = new SoapSession((++_lastId).ToString(CultureInfo.InvariantCulture), call);
            _sessions.Enqueue(session);
            while (_sessions.Count > MostKept)
            {
                _sessions.Dequeue();
            }
        }

        return session;
    }
}
