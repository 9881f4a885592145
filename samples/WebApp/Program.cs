using System.Net;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http.Features;
using WebApp.Api;
using WebApp.Demo;
using WebApp.Failures;
using WebApp.Forms;
using WebApp.Pages;
using WebApp.Sharing;
using Zourit.Zimbra.Sharing.DependencyInjection;

// One owner's calendars on a page: who they are shared with, share, revoke, and the leaflet for the recipient. No script, nothing from
// elsewhere.
WebApplicationBuilder builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
);
await using DemoServer? demo = await DemoServer.StartUnlessConfiguredAsync(builder.Configuration);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, builder.Configuration.GetValue<int>("Port")));

IServiceCollection services = builder.Services;
services.AddZimbraSharing(builder.Configuration.GetSection("Zimbra"));
services
    .AddSingleton(TimeProvider.System)
    .AddScoped<OwnerCalendars>()
    .AddScoped<Leaflets>()
    .AddSingleton(new DemoMails(demo))
    .AddSingleton<ChangeCount>();

// Forms are good until the program ends, and leave no keys behind. The framework's ephemeral provider would not do: with it the host makes
// a key in the home folder all the same.
services
    .AddDataProtection()
    .AddKeyManagementOptions(keys =>
    {
        keys.XmlRepository = new KeysInMemory();
        keys.XmlEncryptor = new NullXmlEncryptor();
    });

// A field for each share of a calendar, and a calendar may have thousands; the size of a request is limited all the same.
services.Configure<FormOptions>(forms => forms.ValueCountLimit = int.MaxValue);
services.AddAntiforgery(options => options.HeaderName = AntiforgeryEndpoint.HeaderName);
services.AddExceptionHandler<FailureHandler>();
services.AddHttpContextAccessor().AddRazorComponents();
services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

WebApplication app = builder.Build();
ChangeCount changes = app.Services.GetRequiredService<ChangeCount>();
app.Use(changes.CountRefusedAsync);
app.Use(PageHeaders.AddAsync);
app.UseExceptionHandler(_ => { });
app.UseStatusCodePages(FailureHandler.DescribeAsync);
app.UseAntiforgery();
app.MapPages();
app.MapApi();
bool isInterrupted = false;
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => isInterrupted = true);
await app.RunAsync();
if (!isInterrupted)
{
    return 0;
}

await Console.Error.WriteLineAsync($"Stopped. {changes}");
return 130;
