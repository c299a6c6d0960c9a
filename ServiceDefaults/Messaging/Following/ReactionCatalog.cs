using System.Reflection;
using Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Messaging.Following;

/// <summary>Which reactions there are, by the event's name on the wire. Adding a reaction is adding a class.</summary>
internal sealed class ReactionCatalog
{
    private readonly Dictionary<(string Service, string Type, int Version), IReaction> reactions = [];

    /// <summary>Registers every <see cref="IReactTo{TEvent}"/> of the assemblies.</summary>
    public static ReactionCatalog Scan(IServiceCollection services, params IEnumerable<Assembly> assemblies)
    {
        var catalog = new ReactionCatalog();
        var found = from type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes())
                    where type is { IsClass: true, IsAbstract: false }
                    from contract in type.GetInterfaces()
                    where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReactTo<>)
                    select (Implementation: type, Contract: contract, Event: contract.GetGenericArguments()[0]);

        foreach (var (implementation, contract, eventType) in found)
        {
            services.AddScoped(contract, implementation);
            var name = (EventName.ServiceOf(eventType), EventName.Of(eventType), EventName.VersionOf(eventType));
            catalog.reactions.TryAdd(name, (IReaction)Activator.CreateInstance(typeof(Reaction<>).MakeGenericType(eventType))!);
        }

        return catalog;
    }

    /// <summary>Null where nobody here reacts to it: the stream goes on all the same.</summary>
    public IReaction? For(JournalEntry entry) => reactions.GetValueOrDefault((entry.Service, entry.Type, entry.Version));

    internal interface IReaction
    {
        Task ApplyAsync(IServiceProvider services, JournalEntry entry, CancellationToken cancellationToken);
    }

    private sealed class Reaction<TEvent> : IReaction where TEvent : IEvent
    {
        public async Task ApplyAsync(IServiceProvider services, JournalEntry entry, CancellationToken cancellationToken)
        {
            var fact = JournalJson.Read<TEvent>(entry.Payload);
            foreach (var reaction in services.GetServices<IReactTo<TEvent>>()) await reaction.ReactAsync(fact, entry, cancellationToken);
        }
    }
}
