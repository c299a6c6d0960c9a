namespace Membership.SelfAssessment;

internal static class SelfAssessmentRoutes
{
    public static RouteGroupBuilder MapSelfAssessment(this RouteGroupBuilder api)
    {
        LoadFramework.Map(api);
        ReadFrameworks.Map(api);
        PlanRound.Map(api);
        ReadRounds.Map(api);
        GiveAnswer.Map(api);
        ReadAnswers.Map(api);
        CompareRounds.Map(api);
        return api;
    }
}
