using ServiceDefaults;
using Membership;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("membership");
builder.AddMembership();

var app = builder.Build();
app.MapServiceDefaults().MapMembership();
await app.RunServiceAsync(args);
