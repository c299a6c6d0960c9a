using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Http;

public static class ProblemServices
{
    /// <summary>Every error as an RFC 9457 problem.</summary>
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        // Before AddProblemDetails: the first writer that can, writes.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<UnhandledErrors>();
        return services;
    }
}
