namespace AppHost.Local;

/// <summary>What went wrong, in a sentence for the person at the console: printed alone, without a stack trace.</summary>
internal sealed class StartFailure(string sentence) : Exception(sentence);
