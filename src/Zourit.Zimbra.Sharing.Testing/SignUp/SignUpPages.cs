using System.Net;
using Zourit.Zimbra.Sharing.Testing.Web;

namespace Zourit.Zimbra.Sharing.Testing.SignUp;

/// <summary>The pages of the sign-up servlet: real HTML, so that a browser can use them.</summary>
internal static class SignUpPages
{
    /// <summary>The form of a new guest. The second password is compared by script only: the server never looks at it.</summary>
    public static FakeResponse Form(string email) =>
        Page(
            $"""
            <h1>Welcome</h1>
            <p>Create your display name and password to see what was shared with {WebUtility.HtmlEncode(email)}.</p>
            <form action="/service/extuserprov/" method="post" onsubmit="return password.value === password2.value || (alert('The passwords do not match.'), false)">
            <label>Display name <input name="displayname" type="text"></label>
            <label>Password <input name="password" type="password"></label>
            <label>Confirm password <input name="password2" type="password"></label>
            <button type="submit">Log in</button>
            </form>
            """
        );

    /// <summary>Where a guest lands who has an account already.</summary>
    public static FakeResponse Login(string domain) =>
        Page(
            $"""
            <h1>Zimbra</h1>
            <form action="/?virtualacctdomain={Uri.EscapeDataString(domain)}" method="post">
            <label>User name <input name="username" type="text"></label>
            <label>Password <input name="password" type="password"></label>
            <button type="submit">Sign in</button>
            </form>
            """
        );

    /// <summary>The page that names a fault's code, with HTTP 200 as the server has it.</summary>
    public static FakeResponse Error(string code, string message) =>
        Page(
            $"""
            <h1>Account could not be created</h1>
            <p id="errorCode">{code}</p>
            <p id="errorMessage">{WebUtility.HtmlEncode(message)}</p>
            """
        );

    private static FakeResponse Page(string body) =>
        FakeResponse.Text(
            200,
            "text/html;charset=utf-8",
            $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta "
                + $"charset=\"utf-8\"><title>Zimbra</title></head>\n<body>\n{body}\n</body></html>\n"
        );
}
