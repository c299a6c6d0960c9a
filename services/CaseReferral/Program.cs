using CaseReferral;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("case-referral");
builder.AddCaseReferral();

var app = builder.Build();
app.MapServiceDefaults().MapCaseReferral();
await app.RunServiceAsync(args);
