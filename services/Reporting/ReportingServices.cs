using Contracts;
using Reporting.Projection;
using Reporting.Reading;
using Reporting.Rebuilds;
using Reporting.ReferralReports;
using Reporting.Storage;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Rebuilding;
using ServiceDefaults.Storage;

namespace Reporting;

/// <summary>One hub's figures, from the facts of its agencies.</summary>
public static class ReportingServices
{
    public static WebApplicationBuilder AddReporting(this WebApplicationBuilder builder)
    {
        // Without a hub the options below stop the start, with a sentence that says so.
        var hub = builder.Configuration["Reporting:Hub"] ?? "";
        builder.Services.AddOptions<ReportingOptions>().Bind(builder.Configuration.GetSection("Reporting"))
            .ValidateDataAnnotations()
            .Validate(options => options.Thresholds.All(own => own.Value >= options.Threshold), "Reporting:Thresholds may only be stricter than Reporting:Threshold.")
            .ValidateOnStart();

        builder.AddDatabase<ReportingDb>("reporting");
        builder.AddMessaging<ReportingDb>("reporting", messaging => messaging
            .OnQueue($"reporting-{hub}")
            .Follow("membership", hub, JournalEntry.PlatformHub)
            .Follow("case-referral", hub)
            .Follow("identity", JournalEntry.PlatformHub));
        builder.Services.AddScoped<IProjection, ReferralProjection>();
        builder.Services.AddHostedService<FullReadings>();
        builder.Services.AddValidation();
        return builder;
    }

    public static RouteGroupBuilder MapReporting(this RouteGroupBuilder api)
    {
        GetReferralReport.Map(api);
        StartRebuild.Map(api);
        GetRebuild.Map(api);
        return api;
    }
}
