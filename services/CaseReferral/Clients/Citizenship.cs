namespace CaseReferral.Clients;

/// <summary>What a measure of services counts by; never a country or a status.</summary>
public enum Citizenship { Unknown, Citizen, ForeignNational }
