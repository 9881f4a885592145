using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace WebApp.Forms;

/// <summary>The keys that protect forms; they end with the program.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(element);
}
