using System.Globalization;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// A rule in the making: first which calls (all by default), then what happens to them. Calls are counted per rule from the moment the
/// rule is made: those that came before do not count, whoever made them. Each method below the counting ones makes the rule and puts it in
/// force.
/// </summary>
/// <example>
/// In a test that has shared a first calendar already, <c>Call(1)</c> is the next call and not that first one:
/// <code>zimbra.Misbehave.On("FolderActionRequest").Call(1).CutReply();</code>
/// </example>
public sealed class MisbehaviourTrigger
{
    private readonly MisbehaviourRules _rules;
    private readonly string _operation;
    private readonly int _first;
    private readonly int _last;

    internal MisbehaviourTrigger(MisbehaviourRules rules, string operation, int first = 1, int last = int.MaxValue)
    {
        _rules = rules;
        _operation = operation;
        _first = first;
        _last = last;
    }

    /// <summary>Only the n-th call after the rule is made.</summary>
    /// <param name="number">Counted from 1, the next call.</param>
    public MisbehaviourTrigger Call(int number) => Calls(number, number);

    /// <summary>Only the calls from one number to another, both included.</summary>
    /// <param name="first">Counted from 1, the next call after the rule is made.</param>
    /// <param name="last">Not below <paramref name="first"/>.</param>
    public MisbehaviourTrigger Calls(int first, int last)
    {
        Argument.AtLeast(first, 1);
        Argument.AtLeast(last, first);
        return new MisbehaviourTrigger(_rules, _operation, first, last);
    }

    /// <summary>The n-th call and all after it.</summary>
    /// <param name="first">Counted from 1, the next call after the rule is made.</param>
    public MisbehaviourTrigger FromCall(int first) => Calls(first, int.MaxValue);

    /// <summary>Answers rightly, but late.</summary>
    /// <param name="latency">The wait before the server starts its work, on the server's clock.</param>
    public MisbehaviourRule Delay(TimeSpan latency) => Transport(TransportEffects.Delay(latency, _rules.Clock));

    /// <summary>Does the work, sends the headers and half of the body, and then nothing more until the client goes away.</summary>
    public MisbehaviourRule StallBody() => Transport(TransportEffects.StallBody());

    /// <summary>Cuts the connection (TCP reset) before the server has done anything.</summary>
    public MisbehaviourRule ResetBeforeEffect() => Transport(TransportEffects.ResetBeforeEffect());

    /// <summary>Does the work, then cuts the connection (TCP reset) without a byte of reply.</summary>
    public MisbehaviourRule ResetAfterEffect() => Transport(TransportEffects.ResetAfterEffect());

    /// <summary>Does the work, sends half of the reply and cuts the connection.</summary>
    public MisbehaviourRule CutReply() => Transport(TransportEffects.CutReply());

    /// <summary>Answers with a proxy's page 502; nothing is done.</summary>
    public MisbehaviourRule BadGateway() => HtmlPage(502);

    /// <summary>Answers with a proxy's page 503 without <c>Retry-After</c>; nothing is done.</summary>
    public MisbehaviourRule ServiceUnavailable() => HtmlPage(503);

    /// <summary>Answers with a proxy's page 503 and <c>Retry-After</c>; nothing is done.</summary>
    /// <param name="retryAfter">Written in whole seconds.</param>
    public MisbehaviourRule ServiceUnavailableFor(TimeSpan retryAfter) => HtmlPage(503, retryAfter);

    /// <summary>Answers with a proxy's page 504 after the server has done the work, as a proxy does that lost patience.</summary>
    public MisbehaviourRule GatewayTimeout() => Transport(TransportEffects.HtmlPageAfterEffect(504));

    /// <summary>Answers with HTTP 429 and <c>Retry-After</c>; nothing is done.</summary>
    /// <param name="retryAfter">Written in whole seconds.</param>
    public MisbehaviourRule TooManyRequestsFor(TimeSpan retryAfter) => HtmlPage(429, retryAfter);

    /// <summary>
    /// Answers as the server's filter against floods does: HTTP 429, a page with the text <c>DoSFilter: unavailable</c>, without
    /// <c>Retry-After</c>; nothing is done.
    /// </summary>
    public MisbehaviourRule TooManyRequests() => Transport(TransportEffects.FloodFilter());

    /// <summary>Answers with a proxy's HTML page; nothing is done.</summary>
    /// <param name="status">The HTTP status, 200 to 599: 404 and 500 are a proxy's favourites.</param>
    public MisbehaviourRule HtmlPage(int status) => HtmlPage(status, null);

    /// <summary>
    /// Answers with a proxy's HTML page while the server is still at it, as a proxy does that loses patience: the work is done later, and
    /// nobody hears of it. It is done before the first request that comes after that time, or by
    /// <see cref="MisbehaviourRules.FinishLateAsync"/>.
    /// </summary>
    /// <param name="status">The HTTP status, 200 to 599.</param>
    /// <param name="late">How long the work takes on the server's clock.</param>
    public MisbehaviourRule HtmlPageBeforeEffect(int status, TimeSpan late)
    {
        Argument.AtLeast(status, 200);
        Argument.AtMost(status, 599);
        Argument.AtLeast(late, TimeSpan.Zero);
        return Transport(TransportEffects.HtmlPageBeforeEffect(status, late));
    }

    /// <summary>Answers 200 and a body that never ends (blanks inside an envelope); nothing is done.</summary>
    public MisbehaviourRule EndlessBody() => Transport(TransportEffects.EndlessBody());

    /// <summary>Does the work and answers 200 with no body.</summary>
    public MisbehaviourRule EmptyReply() => Transport(TransportEffects.EmptyReply());

    /// <summary>Answers 200 with a small gzip body that unpacks to a very large one; nothing is done.</summary>
    /// <param name="unpackedBytes">The size unpacked.</param>
    public MisbehaviourRule GzipBomb(long unpackedBytes) => Transport(TransportEffects.GzipBomb(unpackedBytes));

    /// <summary>
    /// Answers 307 to another address, which asks the client to send the same body, token included, there; nothing is done.
    /// </summary>
    /// <param name="target">The other address.</param>
    public MisbehaviourRule RedirectTo(Uri target)
    {
        Argument.NotNull(target);
        return Transport(TransportEffects.Redirect(target));
    }

    /// <summary>Does the work and puts a document type with an entity before the reply's XML.</summary>
    public MisbehaviourRule Doctype() => Transport(TransportEffects.Doctype());

    /// <summary>
    /// Ends the token the call comes with, before the call is looked at: the server answers <c>service.AUTH_EXPIRED</c> to it and to all
    /// later calls with that token, until the client signs in again. A call without a token is not touched.
    /// </summary>
    public MisbehaviourRule ExpireToken() => Transport(TransportEffects.ExpireToken(_rules));

    /// <summary>
    /// Answers with a SOAP fault; nothing is done. Inside a batch only this request fails; a rule for <c>BatchRequest</c> fails the batch
    /// as a whole.
    /// </summary>
    /// <param name="code">Zimbra's code, such as <c>service.FAILURE</c> or <c>mail.TRY_AGAIN</c>.</param>
    /// <param name="options">What the fault says besides; null for the code as its text and a fault of the sender's.</param>
    public MisbehaviourRule Fault(string code, FaultOptions? options = null)
    {
        Argument.NotBlank(code);
        return Make(new FaultEffect(code, options?.Reason ?? code, options?.IsReceiver ?? false, IsAfterEffect: false));
    }

    /// <summary>
    /// Does the work and answers with a SOAP fault all the same, as codes such as <c>service.FAILURE</c> and <c>service.PROXY_ERROR</c>
    /// leave open. Inside a batch only this request is answered so; a rule for <c>BatchRequest</c> has all of the batch done.
    /// </summary>
    /// <param name="code">Zimbra's code.</param>
    public MisbehaviourRule FaultAfterEffect(string code)
    {
        Argument.NotBlank(code);
        return Make(new FaultEffect(code, code, IsReceiver: true, IsAfterEffect: true));
    }

    /// <summary>
    /// CreateAccountRequest only: the entry is written, its password is not, and the answer is <c>service.FAILURE</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The rule is for another operation.</exception>
    public MisbehaviourRule AccountEntryWithoutPassword() =>
        _operation is "CreateAccountRequest"
            ? Make(new PasswordLostEffect())
            : throw new InvalidOperationException("Only CreateAccountRequest makes accounts: write On(\"CreateAccountRequest\").");

    /// <summary>
    /// BatchRequest only: lets others act between the requests of the batch, as a real server does, which locks nothing from one request to
    /// the next. Everything that goes over HTTP may be done meanwhile, by another client or session, and
    /// <see cref="FakeZimbra.Change"/>; the batch waits. A batch of one request has no gap and does not count.
    /// </summary>
    /// <param name="others">
    /// Called at every gap of the chosen batches. It must not wait for the batch itself. What it throws is the batch's answer: a fault
    /// <c>service.FAILURE</c> with the exception's message. A batch that it sends is a call too: choose the one that is meant, by
    /// <see cref="Call"/>.
    /// </param>
    /// <exception cref="InvalidOperationException">The rule is for another operation.</exception>
    public MisbehaviourRule BetweenItems(Func<BatchGap, Task> others)
    {
        Argument.NotNull(others);
        return _operation is "BatchRequest"
            ? Make(new BatchGapEffect(others))
            : throw new InvalidOperationException("Only a batch has requests to come between: write On(\"BatchRequest\").");
    }

    /// <summary>
    /// Recipients only: the mail server refuses the address (550), which the request reports as <c>mail.SEND_ABORTED_ADDRESS_FAILURE</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The rule is not one of <see cref="MisbehaviourRules.OnRecipient"/>.</exception>
    public MisbehaviourRule RefuseAddress() => Mail(SmtpRefusal.AddressRefused);

    /// <summary>Recipients only: the mail server breaks off, which the request reports as <c>mail.SEND_FAILURE</c>.</summary>
    /// <exception cref="InvalidOperationException">The rule is not one of <see cref="MisbehaviourRules.OnRecipient"/>.</exception>
    public MisbehaviourRule FailSending() => Mail(SmtpRefusal.SendFailed);

    /// <summary>
    /// Recipients only: the mail server cannot be reached, which the request reports as <c>mail.TRY_AGAIN</c>. For a minute after that the
    /// server does not try: every mail fails with <c>service.FAILURE</c>, nothing leaves, and no rule of recipients is asked.
    /// </summary>
    /// <exception cref="InvalidOperationException">The rule is not one of <see cref="MisbehaviourRules.OnRecipient"/>.</exception>
    public MisbehaviourRule MailServerUnreachable() => Mail(SmtpRefusal.Unreachable);

    private MisbehaviourRule HtmlPage(int status, TimeSpan? retryAfter)
    {
        Argument.AtLeast(status, 200);
        Argument.AtMost(status, 599);
        var seconds = retryAfter is { } wait ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;
        return Transport(TransportEffects.HtmlPage(status, seconds));
    }

    private MisbehaviourRule Mail(SmtpRefusal refusal) =>
        _operation is MisbehaviourRules.Smtp
            ? Make(new SmtpEffect(refusal))
            : throw new InvalidOperationException("Only recipients can be refused by a mail server: write OnRecipient().");

    private MisbehaviourRule Transport(TransportEffect effect) =>
        _operation is MisbehaviourRules.Smtp
            ? throw new InvalidOperationException(
                "A recipient is no HTTP request: choose RefuseAddress, FailSending or MailServerUnreachable."
            )
            : Make(effect);

    private MisbehaviourRule Make(IEffect effect) => _rules.Add(new MisbehaviourRule(_rules, _operation, _first, _last, effect));
}
