using PuppeteerSharp;

namespace Zourit.Zimbra.Sharing.Samples.Tests.WebApp;

/// <summary>The machine's own Chromium, headless, with a profile that goes with it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly IBrowser _browser;

    private Chromium(IBrowser browser) => _browser = browser;

    public static async Task<Chromium> StartAsync()
    {
        string? program = Array.Find(Places, File.Exists);
        Assert.SkipUnless(program is not null, $"There is no Chromium on this machine ({string.Join(", ", Places)}).");
        return new Chromium(
            await Puppeteer.LaunchAsync(
                new LaunchOptions
                {
                    ExecutablePath = program,
                    Headless = true,
                    Timeout = 120_000,
                    ProtocolTimeout = 120_000,

                    // The last is quoted for itself: the arguments are put into one line.
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "\"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1\"",
                    ],
                }
            )
        );
    }

    /// <summary>A tab of somebody else, with cookies of its own, where scripts do not run unless asked for.</summary>
    public async Task<Tab> OpenAsync(Uri address, bool scripts = false)
    {
        IBrowserContext person = await _browser.CreateBrowserContextAsync();
        IPage page = await person.NewPageAsync();
        page.DefaultTimeout = 120_000;
        await page.SetJavaScriptEnabledAsync(scripts);
        var tab = new Tab(page);
        await tab.GoAsync(address);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        await _browser.DisposeAsync();
    }
}
