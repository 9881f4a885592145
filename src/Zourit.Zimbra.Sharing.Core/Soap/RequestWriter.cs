using System.Globalization;
using System.Xml;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Soap;

/// <summary>
/// Writes one request. Every text passes <see cref="Checked"/>: characters that XML 1.0 cannot carry are refused here, before anything is
/// sent, because WCF writes them as references that the server's parser rejects for the whole request.
/// </summary>
internal readonly struct RequestWriter(XmlDictionaryWriter writer, string operation, string ns, ICollection<Secret>? secrets = null)
{
    /// <summary>Opens an element in the request's namespace; dispose the scope to close it.</summary>
    public Scope Open(string name)
    {
        writer.WriteStartElement(null, name, ns);
        return new Scope(writer);
    }

    public void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteAttributeString(name, Checked(name, value));
        }
    }

    public void Attribute(string name, bool? value) => Attribute(name, value is { } flag ? (flag ? "1" : "0") : null);

    public void Attribute(string name, int? value) => Attribute(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Attribute(string name, long? value) => Attribute(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Milliseconds since 1970 UTC, the form of all times in Zimbra's attributes.</summary>
    public void Attribute(string name, DateTimeOffset? value) => Attribute(name, value?.ToUnixTimeMilliseconds());

    public void Attribute(string name, Secret? value) => Attribute(name, Noted(value)?.Reveal());

    /// <summary>An element that holds only text; nothing is written for null.</summary>
    public void Element(string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteElementString(null, name, ns, Checked(name, text));
        }
    }

    public void Element(string name, Secret? text) => Element(name, Noted(text)?.Reveal());

    /// <summary>Text inside the open element.</summary>
    public void Text(string name, string text) => writer.WriteString(Checked(name, text));

    public void Text(string name, Secret text) => Text(name, Noted(text)!.Value.Reveal());

    /// <summary>A child request of a batch, in its own namespace.</summary>
    public void Request(IRequestBody request)
    {
        writer.WriteStartElement(null, request.Name, request.Namespace);
        request.WriteContent(new RequestWriter(writer, request.Name, request.Namespace, secrets));
        writer.WriteEndElement();
    }

    private Secret? Noted(Secret? secret)
    {
        if (secret is { } given)
        {
            secrets?.Add(given);
        }

        return secret;
    }

    private string Checked(string name, string value) =>
        XmlText.Problem(value) is { } problem
            ? throw Argument.Invalid(
                LocalizedText.Format($"'{name}' of {operation} {problem}", $"« {name} » de {operation} {problem}"),
                name
            )
            : value;

    /// <summary>Closes the element when disposed.</summary>
    public readonly struct Scope(XmlDictionaryWriter writer) : IDisposable
    {
        public void Dispose() => writer.WriteEndElement();
    }
}
