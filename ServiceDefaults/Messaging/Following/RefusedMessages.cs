using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Messaging.Following;

/// <summary>
/// Instead of MassTransit's own error and skipped queues, which keep the message as it was sent, its headers and the
/// error's text.
/// </summary>
internal sealed class RefusedMessages(IServiceProvider services) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await RefuseAsync(context, context.Exception.GetType().Name);
        await next.Send(context);
    }

    /// <summary>What nobody here consumes.</summary>
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        await RefuseAsync(context, "NotAnEntry");
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("refused-messages");

    private Task RefuseAsync(ReceiveContext context, string reason) =>
        services.GetRequiredService<StreamState>().RefuseAsync(reason, context.Body.Length, context.CancellationToken);
}
