// Sends the same requests by HttpClient, with the login's token put in, and prints what that took.
using System.Globalization;
using System.Net.Http.Headers;

using (var http = new HttpClient())
{
    string token = "";
    foreach (string file in Directory.GetFiles(args[1]).Order(StringComparer.Ordinal))
    {
        string body = (await File.ReadAllTextAsync(file))
            .Replace("{password}", args[2], StringComparison.Ordinal)
            .Replace("{token}", token, StringComparison.Ordinal)
            .Replace("{guest}", args[3], StringComparison.Ordinal);
        using var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/soap+xml", "utf-8");
        using HttpResponseMessage answer = await http.PostAsync(new Uri(args[0] + "service/soap/"), content);
        string text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        if (token.Length == 0)
        {
            int start = text.IndexOf("<authToken>", StringComparison.Ordinal) + "<authToken>".Length;
            token = text[start..text.IndexOf('<', start)];
        }
    }
}

Console.WriteLine(Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
