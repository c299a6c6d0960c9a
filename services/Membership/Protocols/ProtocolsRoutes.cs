using Membership.Protocols.Acknowledgements;
using Membership.Protocols.Flowcharts;
using Membership.Protocols.Readiness;
using Membership.Protocols.Routing;

namespace Membership.Protocols;

internal static class ProtocolsRoutes
{
    public static RouteGroupBuilder MapProtocols(this RouteGroupBuilder api)
    {
        DraftProtocol.Map(api);
        DraftVersion.Map(api);
        EditDraft.Map(api);
        DiscardDraft.Map(api);
        AdoptVersion.Map(api);
        RetireVersion.Map(api);
        ReadProtocols.Map(api);
        AcknowledgeProtocol.Map(api);
        ReadSeatsAcknowledgements.Map(api);
        ReadFlowchart.Map(api);
        ReadReadiness.Map(api);
        RouteCase.Map(api);
        return api;
    }
}
