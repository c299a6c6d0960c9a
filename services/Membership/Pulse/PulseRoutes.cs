namespace Membership.Pulse;

internal static class PulseRoutes
{
    public static RouteGroupBuilder MapPulse(this RouteGroupBuilder api) => api;
}
