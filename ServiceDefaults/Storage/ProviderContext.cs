namespace ServiceDefaults.Storage;

/// <summary>Finds the class that carries a context's migrations for a provider: <c>PostgresMembershipDb</c> for <c>MembershipDb</c>.</summary>
public static class ProviderContext
{
    public static Type Of<TContext>(DatabaseProvider provider) where TContext : ServiceDb
    {
        var name = $"{provider}{typeof(TContext).Name}";
        return typeof(TContext).Assembly.GetTypes().SingleOrDefault(type => type.Name == name && type.IsSubclassOf(typeof(TContext)))
            ?? throw new InvalidOperationException($"{typeof(TContext).Name} has no context for {provider}: add a class {name} that derives from it.");
    }
}
