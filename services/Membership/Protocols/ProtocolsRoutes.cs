namespace Membership.Protocols;

internal static class ProtocolsRoutes
{
    public static RouteGroupBuilder MapProtocols(this RouteGroupBuilder api) => api;
}
