namespace Membership.Pulse;

internal static class PulseRoutes
{
    public static RouteGroupBuilder MapPulse(this RouteGroupBuilder api)
    {
        OpenPulseRound.Map(api);
        ReadPulseRounds.Map(api);
        GivePulseToken.Map(api);
        AnswerPulse.Map(api);
        ReadPulseResults.Map(api);
        return api;
    }
}
