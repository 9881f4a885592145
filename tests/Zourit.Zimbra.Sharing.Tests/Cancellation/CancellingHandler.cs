using System.Net;
using System.Net.Http.Headers;

namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>Stands between client and server: counts requests, and carries out a plan at one of them.</summary>
internal sealed class CancellingHandler(Counter requests)
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
        }
    )
{
    public CancellationPlan? Plan { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // As the handler below does: nothing is sent then.
        cancellationToken.ThrowIfCancellationRequested();
        if (Plan is not { } plan)
        {
            requests.Next();
            return await base.SendAsync(request, cancellationToken);
        }

        if (plan.IsTakingPlaces && await IsLoginAsync(request, cancellationToken) is false)
        {
            await plan.KeepPlaceAsync(cancellationToken);
        }

        plan.RequestBegins();
        if (requests.Next() != plan.Number)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        switch (plan.Moment)
        {
            case Moment.BeforeSending:
                plan.Cancel();
                cancellationToken.ThrowIfCancellationRequested();
                return await base.SendAsync(request, cancellationToken);

            case Moment.WhileServerWorks:
                Task<HttpResponseMessage> work = base.SendAsync(await CopyAsync(request), CancellationToken.None);
                plan.ServerWork = work;
                plan.Cancel();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                goto default;

            case Moment.WhileReplyIsHeld:
                await base.SendAsync(request, CancellationToken.None);
                plan.Cancel();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                goto default;

            case Moment.WhileBodyStalls:
                HttpResponseMessage half = await base.SendAsync(request, CancellationToken.None);
                MediaTypeHeaderValue? type = half.Content.Headers.ContentType;
                half.Content = new StreamContent(new StallingStream(plan));
                half.Content.Headers.ContentType = type;
                return half;

            case Moment.WhenReplyIsIn:
                HttpResponseMessage reply = await base.SendAsync(request, CancellationToken.None);
                plan.Cancel();
                return reply;

            case Moment.BeforeRepeating:
                plan.CancelAtNextStep();
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                {
                    Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(20)) },
                    RequestMessage = request,
                };

            case Moment.AfterLoss:
                await base.SendAsync(request, CancellationToken.None);
                plan.CancelAtNextStep();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The reply was lost.");

            default:
                return await base.SendAsync(request, cancellationToken);
        }
    }

    private static async Task<bool> IsLoginAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content is { } content
        && (await content.ReadAsStringAsync(cancellationToken)).Contains("AuthRequest", StringComparison.Ordinal);

    // Who gave up a request disposes of it.
    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync());
            copy.Content.Headers.ContentType = content.Headers.ContentType;
        }

        return copy;
    }

    private sealed class StallingStream(CancellationPlan plan) : Stream
    {
        private static readonly byte[] Beginning = "<soap:Envelope"u8.ToArray();
        private bool _begun;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_begun)
            {
                _begun = true;
                Beginning.CopyTo(buffer);
                return Beginning.Length;
            }

            plan.Cancel();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
