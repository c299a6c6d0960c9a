using AppHost.Local.Running;
using Aspire.Hosting.ApplicationModel;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AppHost.Local.Servers;

/// <summary>The broker: the installed rabbitmq-server as a node of our own, or one that exists already.</summary>
internal sealed class RabbitMQUnit(RabbitMQServerResource broker, RunContext context) : Unit(broker, context)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private Keeper? _keeper;

    public override bool IsServer => true;

    public override string Address => broker switch
    {
        { Existing: { } existing } => new UriBuilder(existing) { UserName = "", Password = "" }.Uri.ToString(),
        { Management: { } management } => $"amqp://127.0.0.1:{broker.Amqp.Ports[0]} (management {management.Url()})",
        _ => $"amqp://127.0.0.1:{broker.Amqp.Ports[0]}",
    };

    public override async Task StartAsync()
    {
        if (broker.Existing is null)
        {
            var node = new RabbitMQNode(broker, Context.Data.InRoot(broker.Name));
            _keeper = new Keeper(Name, node.Spec, AcceptsConnectionsAsync, Context);
            await _keeper.StartAsync();
        }
        else
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Context.Stopping);
            patience.CancelAfter(Context.ReadyTimeout);
            try
            {
                await AcceptsConnectionsAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!Context.Stopping.IsCancellationRequested)
            {
                throw new StartFailure($"The broker given as ConnectionStrings__{Name} ({Address}) does not accept connections.");
            }
        }

        IsReady(broker.Existing is null ? "ready" : "given");
    }

    public override Task StopAsync() => _keeper?.StopAsync(Grace) ?? Task.CompletedTask;

    private async Task AcceptsConnectionsAsync(CancellationToken cancellation)
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri((await broker.GetConnectionStringAsync(cancellation))!),
            ClientProvidedName = "apphost",
            AutomaticRecoveryEnabled = false,
        };
        while (true)
        {
            try
            {
                await using var connection = await factory.CreateConnectionAsync(cancellation);
                return;
            }
            catch (BrokerUnreachableException unreachable) when (unreachable.InnerException is AuthenticationFailureException)
            {
                throw new StartFailure($"{Name} refuses the user {broker.UserName}: its data knows another password.");
            }
            catch (BrokerUnreachableException)
            {
                await Task.Delay(50, cancellation);
            }
        }
    }
}
