namespace Membership.SelfAssessment;

internal static class SelfAssessmentRoutes
{
    public static RouteGroupBuilder MapSelfAssessment(this RouteGroupBuilder api) => api;
}
