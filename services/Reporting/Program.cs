using Reporting;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("reporting");
builder.AddReporting();

var app = builder.Build();
app.MapServiceDefaults().MapReporting();
await app.RunServiceAsync(args);
