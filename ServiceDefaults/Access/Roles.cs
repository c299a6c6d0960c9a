namespace ServiceDefaults.Access;

/// <summary>What a person or client may do; agency class and agency always limit it further.</summary>
public static class Roles
{
    public const string PlatformAdmin = "platform-admin";
    public const string Ops = "ops";
    public const string HubAdmin = "hub-admin";
    public const string Coordinator = "coordinator";
    public const string CoreGroup = "core-group";
    public const string AgencyAdmin = "agency-admin";
    public const string Supervisor = "supervisor";
    public const string CaseWorker = "case-worker";
    public const string Investigator = "investigator";
    public const string Prosecutor = "prosecutor";
    public const string Trainer = "trainer";
    public const string Analyst = "analyst";
    public const string Funder = "funder";
    public const string DataProtection = "data-protection";
    public const string Service = "service";

    public static readonly IReadOnlyList<string> All =
    [
        PlatformAdmin, Ops, HubAdmin, Coordinator, CoreGroup, AgencyAdmin, Supervisor, CaseWorker,
        Investigator, Prosecutor, Trainer, Analyst, Funder, DataProtection, Service,
    ];
}
