using Membership.Agencies;
using Membership.Agencies.Reviews;
using Membership.Agreements;
using Membership.Audit;
using Membership.Calendar;
using Membership.Commitments;
using Membership.Committees;
using Membership.Decisions;
using Membership.Differences;
using Membership.Documents;
using Membership.Handovers;
using Membership.Hubs;
using Membership.Leadership;
using Membership.Meetings;
using Membership.Meetings.ActionItems;
using Membership.Meetings.Agenda;
using Membership.Meetings.JointEvents;
using Membership.Members;
using Membership.Participation;
using Membership.Protocols;
using Membership.Protocols.Acknowledgements;
using Membership.Protocols.Readiness;
using Membership.Protocols.Steps;
using Membership.Pulse;
using Membership.Reminders;
using Membership.Seats;
using Membership.SelfAssessment;
using Membership.Storage;
using Membership.TaskForces;
using Microsoft.AspNetCore.Authentication;
using ServiceDefaults;
using ServiceDefaults.Audit;
using ServiceDefaults.Messaging;
using ServiceDefaults.Storage;

namespace Membership;

/// <summary>What a task force needs to form, to formalize and to keep itself together.</summary>
public static class MembershipServices
{
    public static WebApplicationBuilder AddMembership(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<MembershipDb>("membership");
        builder.AddMessaging<MembershipDb>("membership", messaging =>
        {
            messaging.Follow("identity");
            // Trainings; a platform may run without Outreach.
            if (builder.Configuration["services:outreach:http:0"] is not null) messaging.Follow("outreach");
        });
        builder.AddAudit<MembershipDb>();
        builder.Services.AddScoped<IBootstrap, HubChains>();
        builder.Services.AddValidation();
        builder.Services.AddScoped<IClaimsTransformation, CoreGroupSeats>();
        builder.Services.AddScoped<HandingOver>();
        builder.Services.AddScoped<IHandOver, ActionItemHandover>();
        builder.Services.AddScoped<IHandOver, SponsorHandover>();
        builder.Services.AddScoped<IRemind, DueActionItems>();
        builder.Services.AddOptions<JointEventSettings>().BindConfiguration("JointEvents").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<NeedsOfJointEvents>();
        builder.Services.AddSingleton<Erasure>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Erasure>());
        builder.Services.AddHostedService<OlderNames>();
        builder.Services.AddOptions<ReminderSettings>().BindConfiguration("Reminders").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<ReminderWatch>();
        builder.Services.AddScoped<IRemind, RemindersOfFormerMembers>().AddScoped<IRemind, ReviewReminders>();
        builder.Services.AddScoped<IRemind, RemindOfPrinciples>();
        builder.Services.AddScoped<IRemind, SeatTermEndings>().AddScoped<IRemind, OpenOrientations>();
        builder.Services.AddScoped<IRemind, SharedCalendarReminders>();
        builder.Services.AddScoped<IHandOver, StepContactHandOver>().AddScoped<IRemind, AcknowledgementReminders>();
        builder.Services.AddOptions<ReadinessSettings>().BindConfiguration("Readiness").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<ReadinessWatch>();
        builder.Services.AddOptions<DocumentSettings>().BindConfiguration("Documents").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<DocumentStore>().AddHostedService<DocumentSweep>();
        builder.Services.AddHostedService<AgreementWatch>();
        builder.Services.AddScoped<IRemind, RemindOfRenewal>().AddScoped<IRemind, RemindOfSignature>().AddScoped<IRemind, RemindOfCommitment>();
        builder.Services.AddScoped<IHandOver, LeadershipHandover>().AddScoped<IHandOver, CommitteeHandover>();
        builder.Services.AddScoped<IRemind, LeadershipReviews>().AddScoped<IRemind, LeadershipTermEndings>().AddScoped<IRemind, WorkGroupEndings>();
        builder.Services.AddHostedService<WorkGroupWatch>().AddHostedService<PulseWatch>();
        return builder;
    }

    public static RouteGroupBuilder MapMembership(this RouteGroupBuilder api) => api
        .MapAudit().MapHubs().MapTaskForces().MapAgencies().MapMembers().MapSeats().MapHandovers().MapReminders().MapDecisions()
        .MapLeadership().MapCommittees().MapAgreements().MapCommitments().MapMeetings().MapCalendar().MapProtocols()
        .MapDifferences().MapSelfAssessment().MapParticipation().MapPulse();
}
