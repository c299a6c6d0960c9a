namespace Contracts;

/// <summary>For whom a service is by citizenship, where it is not for anybody.</summary>
public enum CitizenshipLimit { CitizensOnly, ForeignNationalsOnly }

/// <summary>How an agency is reached outside its hours. Nobody is assumed on call.</summary>
public enum AfterHours { None, OnCall, Voicemail, Hotline }

/// <summary>What an agency has a limited number of.</summary>
public enum CapacityKind { Beds, FamilyUnits, CaseSlots, LegalSlots, InterpreterSlots }
