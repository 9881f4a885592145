using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>Evaluates LDAP filters: <c>&amp; | !</c>, equality, presence and <c>*</c> wildcards, letter case ignored.</summary>
internal sealed class LdapQuery
{
    private const string Before = "(&(&(objectclass=zimbraAccount)(!(objectclass=zimbraCalendarResource)))";

    private readonly string _text;
    private int _at;

    private LdapQuery(string text) => _text = text;

    public static Func<Func<string, IEnumerable<string>>, bool> Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return _ => true;
        }

        string whole = text.Trim();
        var parser = new LdapQuery(whole.StartsWith('(') && whole.EndsWith(')') ? whole : $"({whole})");
        Func<Func<string, IEnumerable<string>>, bool> filter = parser.Filter();
        return parser._at == parser._text.Length ? filter : throw parser.Broken();
    }

    // As the directory complains of the whole filter that it was asked with (recordings 09-31, 14-92).
    private string Whole => Before + _text + ")";

    private SoapFault Broken() =>
        Invalid(
            $"Mismatched number of parentheses encountered in the provided search filter string between positions 2 and {Whole.Length - 2}."
        );

    private SoapFault Opening(int at) =>
        Invalid(
            $"Unable to parse string '{Whole}' as an LDAP filter because it contains an unexpected opening parenthesis at position "
                + $"{Before.Length + at + 1}."
        );

    private SoapFault Invalid(string why) =>
        new("ldap.INVALID_SEARCH_FILTER", $"invalid search filter - {Whole}: {why}") { IsReceiver = true };

    private Func<Func<string, IEnumerable<string>>, bool> Filter()
    {
        Expect('(');
        Func<Func<string, IEnumerable<string>>, bool> result;
        switch (Peek())
        {
            case '&':
                _at++;
                var all = List();
                result = entry => all.TrueForAll(filter => filter(entry));
                break;
            case '|':
                _at++;
                var any = List();
                result = entry => any.Exists(filter => filter(entry));
                break;
            case '!':
                _at++;
                var inner = Filter();
                result = entry => !inner(entry);
                break;
            default:
                result = Comparison();
                break;
        }

        Expect(')');
        return result;
    }

    private List<Func<Func<string, IEnumerable<string>>, bool>> List()
    {
        var filters = new List<Func<Func<string, IEnumerable<string>>, bool>>();
        while (Peek() == '(')
        {
            filters.Add(Filter());
        }

        return filters;
    }

    private Func<Func<string, IEnumerable<string>>, bool> Comparison()
    {
        int end = _text.IndexOf(')', _at);
        int equal = _text.IndexOf('=', _at);
        if (end < 0 || equal < 0 || equal > end || _text.IndexOf('(', _at) is >= 0 and var open && open < equal)
        {
            throw Broken();
        }

        if (_text.IndexOf('(', equal, end - equal) is >= 0 and var inner)
        {
            throw Opening(inner);
        }

        string name = _text[_at..equal];
        string[] pieces = [.. _text[(equal + 1)..end].Split('*').Select(Unescape)];
        _at = end;
        return entry => entry(name).Any(value => Matches(value, pieces));
    }

    private static bool Matches(string value, string[] pieces)
    {
        if (pieces.Length == 1)
        {
            return string.Equals(value, pieces[0], StringComparison.OrdinalIgnoreCase);
        }

        if (
            !value.StartsWith(pieces[0], StringComparison.OrdinalIgnoreCase)
            || !value.EndsWith(pieces[^1], StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }

        int at = pieces[0].Length;
        foreach (string piece in pieces[1..^1])
        {
            int found = value.IndexOf(piece, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return at <= value.Length - pieces[^1].Length;
    }

    // A backslash and two hex digits are one byte of UTF-8.
    private static string Unescape(string text)
    {
        var bytes = new List<byte>();
        for (int i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '\\'
                && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out byte code)
            )
            {
                bytes.Add(code);
                i += 2;
            }
            else
            {
                int length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                i += length - 1;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private void Expect(char c)
    {
        if (Peek() != c)
        {
            throw Broken();
        }

        _at++;
    }
}
