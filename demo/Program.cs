using Demonstration;
using Demonstration.Fable;

// Loads the demonstration once: who is in credentials.json already is not made again.
var publicUrl = new Uri(args.ElementAtOrDefault(0) ?? "http://localhost:8080");
var credentials = new CredentialsFile(args.ElementAtOrDefault(1) ?? ".data/credentials.json");
if (credentials.Has("hub-admin"))
{
    Console.WriteLine("The demonstration is loaded already.");
    return;
}

using var stage = new Stage(publicUrl, credentials);
var cast = await QueSeraSera.PlayAsync(stage);
await BreakSomeEggs.PlayAsync(stage, cast);
Console.WriteLine($"The demonstration is loaded: hub {Cast.Hub}, {cast.Agencies.Count} agencies, two clients, six needs referred.");
