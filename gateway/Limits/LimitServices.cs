using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Gateway.Limits;

public static class LimitServices
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitSettings>().BindConfiguration(LimitSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Limiters>();
        services.AddSingleton<ServiceInFlight>();
        services.AddSingleton<ConnectionLimit>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelLimits>();
    }
}
