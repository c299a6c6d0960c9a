using Identity;
using ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("identity");
builder.AddIdentity();

var app = builder.Build();
// First of all: the address a request was asked at, and who asked, are what the gateway saw.
app.UseForwardedHeaders();
app.MapIdentity(app.MapServiceDefaults());
await app.RunServiceAsync(args);
