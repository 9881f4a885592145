using PuppeteerSharp;
using PuppeteerSharp.PageAccessibility;

namespace Zourit.Zimbra.Sharing.Samples.Tests.WebApp;

/// <summary>A page in a browser, handled as people do: read, fill in, click.</summary>
internal sealed class Tab(IPage page)
{
    /// <summary>Opens an address, in front of other tabs: those behind draw nothing, and wait with clicks until they do.</summary>
    public async Task GoAsync(Uri address)
    {
        await page.BringToFrontAsync();
        await page.GoToAsync(address.AbsoluteUri);
    }

    public async Task<string> TextAsync(string selector = "body") =>
        await (await FindAsync(selector)).EvaluateFunctionAsync<string>("element => element.innerText");

    public async Task<string> AttributeAsync(string selector, string name) =>
        await (await FindAsync(selector)).EvaluateFunctionAsync<string>("(element, name) => element.getAttribute(name)", name);

    /// <summary>Presses a key, as "Tab" or "Enter", where the focus is.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Presses a key, and waits for the page that it leads to.</summary>
    public async Task PressAndFollowAsync(string key)
    {
        Task<IResponse> arrival = page.WaitForNavigationAsync();
        await page.Keyboard.PressAsync(key);
        await arrival;
    }

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>What a function says of the page; those of the test run also where the page's own may not.</summary>
    public Task<T> EvaluateAsync<T>(string function) => page.EvaluateFunctionAsync<T>(function);

    /// <summary>Waits until something with this value has the focus: where a page sets it, a browser does so when it first draws.</summary>
    public Task WaitForFocusAsync(string value) =>
        page.WaitForFunctionAsync(
            "value => document.activeElement.value === value",
            new WaitForFunctionOptions { PollingInterval = 20 },
            value
        );

    /// <summary>The page as a screen reader gets it: role and name of everything, in order.</summary>
    public async Task<IReadOnlyList<(string Role, string Name)>> HeardAsync()
    {
        var heard = new List<(string Role, string Name)>();
        Add(await page.Accessibility.SnapshotAsync(new AccessibilitySnapshotOptions { InterestingOnly = false }));
        return heard;

        void Add(SerializedAXNode node)
        {
            heard.Add((node.Role, node.Name ?? ""));
            foreach (SerializedAXNode child in node.Children ?? [])
            {
                Add(child);
            }
        }
    }

    public async Task FillAsync(string selector, string text)
    {
        IElementHandle field = await FindAsync(selector);
        await field.TypeAsync(text);
    }

    /// <summary>Clicks without leaving the page.</summary>
    public async Task ClickAsync(string selector) => await (await FindAsync(selector)).ClickAsync();

    /// <summary>Clicks, and waits for the page that it leads to.</summary>
    public async Task FollowAsync(string selector)
    {
        IElementHandle element = await FindAsync(selector);
        Task<IResponse> arrival = page.WaitForNavigationAsync();
        await element.ClickAsync();
        await arrival;
    }

    /// <summary>How wide the content is beyond the window, at a width of the window.</summary>
    public async Task<int> OverflowAsync(int width, int height, string? screenshot = null)
    {
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = height });
        if (screenshot is not null)
        {
            await page.ScreenshotAsync(screenshot, new ScreenshotOptions { FullPage = true });
        }

        return await page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /// <summary>The page as it is printed, as PDF, by the page's own size of paper.</summary>
    public Task<byte[]> PrintAsync() => page.PdfDataAsync(new PdfOptions { PreferCSSPageSize = true });

    private async Task<IElementHandle> FindAsync(string selector) =>
        await page.QuerySelectorAsync(selector)
        ?? throw new InvalidOperationException($"The page {page.Url} has no '{selector}':\n{await page.GetContentAsync()}");
}
