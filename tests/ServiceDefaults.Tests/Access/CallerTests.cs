using System.Security.Claims;
using Contracts;
using ServiceDefaults.Access;
using Xunit;

namespace ServiceDefaults.Tests.Access;

public sealed class CallerTests
{
    /// <summary>Another provider's claims may hold anything; what is no code of the list gives no class, never a neighbouring one.</summary>
    [Theory]
    [InlineData("VictimServices", AgencyClass.VictimServices)]
    [InlineData("LawEnforcement", AgencyClass.LawEnforcement)]
    [InlineData("0", null)]
    [InlineData("+0", null)]
    [InlineData(" VictimServices", null)]
    [InlineData("VictimServices, LawEnforcement", null)]
    [InlineData("victimservices", null)]
    [InlineData("17", null)]
    [InlineData("", null)]
    public void An_agency_class_is_taken_by_its_exact_name(string claim, AgencyClass? expected) =>
        Assert.Equal(expected, Caller.From(With(claim)).AgencyClass);

    private static ClaimsPrincipal With(string agencyClass) =>
        new(new ClaimsIdentity([new Claim("sub", "somebody"), new Claim("agency_class", agencyClass)]));
}
