using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Messaging.Faults;
using ServiceDefaults.Messaging.Feed;
using ServiceDefaults.Messaging.Following;
using ServiceDefaults.Messaging.Rebuilding;
using ServiceDefaults.Messaging.Relay;
using ServiceDefaults.Discovery;
using ServiceDefaults.Storage;

namespace ServiceDefaults.Messaging;

/// <summary>What a service follows.</summary>
public sealed class MessagingBuilder
{
    internal List<Followed> Services { get; } = [];

    internal string? Queue { get; private set; }

    /// <summary>Follows another service's streams: all of them, or those of the hubs named.</summary>
    public MessagingBuilder Follow(string service, params string[] hubs)
    {
        Services.Add(new Followed(service, hubs));
        return this;
    }

    /// <summary>Names the queue, where several instances of one service each follow their own hubs.</summary>
    public MessagingBuilder OnQueue(string name)
    {
        Queue = name;
        return this;
    }
}

public static class MessagingExtensions
{
    /// <summary>Wires the journal, its relay and feed, and the reactions found in the context's assembly.</summary>
    /// <param name="service">The name under which this service publishes.</param>
    public static WebApplicationBuilder AddMessaging<TContext>(
        this WebApplicationBuilder builder, string service, Action<MessagingBuilder>? configure = null)
        where TContext : ServiceDb
    {
        var messaging = new MessagingBuilder();
        configure?.Invoke(messaging);
        var follow = new FollowSettings(messaging.Queue ?? service, messaging.Services);

        var services = builder.Services;
        services.AddSingleton(new ServiceName(service));
        services.AddSingleton(follow);
        services.AddSingleton(builder.Configuration.GetSection("Messaging:Retry").Get<RetryPlan>() ?? new RetryPlan());
        services.AddSingleton(ReactionCatalog.Scan(services, typeof(TContext).Assembly, typeof(ServiceDb).Assembly));
        foreach (var followed in follow.Services) services.AddServiceClient(followed.Service);

        services.AddSingleton<RelayLeaseHolder>().AddSingleton<PositionAssigner>().AddSingleton<Quarantine>().AddSingleton<JournalPublisher>();
        services.AddSingleton<RunApplier>().AddSingleton<JournalReader>().AddSingleton<StreamState>().AddSingleton<StreamFollowers>();
        services.AddScoped(provider => new Rebuilder(
            follow, provider.GetRequiredService<JournalReader>(), provider.GetRequiredService<StreamFollowers>(),
            provider.GetServices<IProjection>(), provider.GetRequiredService<TimeProvider>()));

        services.AddJournalBus(builder.Configuration, follow);
        services.AddHostedService<JournalRelay>();
        if (follow.Services.Count > 0) services.AddHostedService<StreamWatch>();
        return builder;
    }

    /// <summary>The journal's feed for other services, and what ops see and do about streams and faults.</summary>
    public static void MapMessaging(this IEndpointRouteBuilder routes)
    {
        routes.MapJournalFeed();
        routes.MapStreams();
        routes.MapFaults();
    }
}
