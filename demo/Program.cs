using Demonstration;
using Demonstration.Fable;

// Loads the demonstration once, on a platform that has nothing yet; whoever starts it keeps in mind that it was loaded.
var publicUrl = new Uri(args.ElementAtOrDefault(0) ?? "http://localhost:8080");
var credentials = new CredentialsFile(args.ElementAtOrDefault(1) ?? ".data/credentials.json");
if (credentials.Has("hub-admin"))
{
    await Console.Error.WriteLineAsync("The demonstration began to load here before and broke off. Start over with ./run --fresh, or go on without it: ./run --no-demo.");
    return 1;
}

using var stage = new Stage(publicUrl, credentials);
var cast = await QueSeraSera.PlayAsync(stage);
await BreakSomeEggs.PlayAsync(stage, cast);
await HerdingCats.PlayAsync(stage, cast);
Console.WriteLine($"The demonstration is loaded: hub {Cast.Hub}, {cast.Agencies.Count} agencies, two clients, six needs referred, an MOU that awaits one board, and a protocol that asks one more to acknowledge it.");
return 0;
