namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>What the wire must know of a request: its element, and how its content is written.</summary>
internal interface IRequestBody
{
    /// <summary>Local name of the request element, e.g. <c>GetFolderRequest</c>.</summary>
    string Name { get; }

    /// <summary>Namespace of the request element and all its descendants.</summary>
    string Namespace { get; }

    /// <summary>Writes attributes, then child elements. May be called more than once: a message is single-use, a request is not.</summary>
    void WriteContent(RequestWriter writer);
}
