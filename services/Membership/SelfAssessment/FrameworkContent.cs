using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using ServiceDefaults.Http;

namespace Membership.SelfAssessment;

/// <summary>A framework to look at oneself by: functions, their elements, and prompts for each of five numbered stages.</summary>
/// <param name="Source">Where its functions and prompts come from.</param>
public sealed record FrameworkContent(
    [property: Required, PlainText, StringLength(200)] string Name,
    [property: Required, PlainText(Lines = true), StringLength(1000)] string Source,
    [property: Required, MinLength(1), MaxLength(10)] IReadOnlyList<FrameworkFunction> Functions)
{
    public const int Stages = 5;

    /// <summary>As a request would be written; what was valid once is read without asking again.</summary>
    internal static readonly JsonSerializerOptions Json = MakeJson();

    private static readonly Lazy<FrameworkContent> Shipped = new(() => Read("DefaultFramework.json"));

    /// <summary>The one that the platform ships. Its prompts are the platform's own.</summary>
    internal static FrameworkContent Default => Shipped.Value;

    internal IEnumerable<FrameworkElement> Elements => Functions.SelectMany(function => function.Elements);

    /// <summary>What is wrong with it beyond its fields; null where nothing is.</summary>
    internal string? Fault()
    {
        if (Functions.DistinctBy(function => function.Code).Count() < Functions.Count) return "Each function has a code of its own.";
        var elements = Elements.ToList();
        if (elements.DistinctBy(element => element.Code).Count() < elements.Count) return "Each element has a code of its own, in all functions.";
        return elements.All(element => element.Prompts.Select(prompt => prompt.Stage!.Value).Distinct().Count() == Stages)
            ? null : $"Each element has a prompt for each of the {Stages} stages.";
    }

    private static FrameworkContent Read(string resource)
    {
        using var file = typeof(FrameworkContent).Assembly.GetManifestResourceStream(typeof(FrameworkContent), resource)!;
        return JsonSerializer.Deserialize<FrameworkContent>(file, Json)!;
    }

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions();
        StrictJson.Apply(options);
        return options;
    }
}

/// <summary>One function of a framework.</summary>
public sealed record FrameworkFunction(
    [property: Required, RegularExpression("^[A-Za-z][A-Za-z0-9]{0,59}$")] string Code,
    [property: Required, PlainText, StringLength(200)] string Name,
    [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<FrameworkElement> Elements);

/// <summary>One element of a function. By its code it is followed through the versions of a framework.</summary>
public sealed record FrameworkElement(
    [property: Required, RegularExpression("^[A-Za-z][A-Za-z0-9]{0,59}$")] string Code,
    [property: Required, PlainText, StringLength(200)] string Name,
    [property: Required, MinLength(FrameworkContent.Stages), MaxLength(25)] IReadOnlyList<StagePrompt> Prompts);

/// <summary>What to look at to see whether a stage is yours.</summary>
public sealed record StagePrompt(
    [property: Required, Range(1, FrameworkContent.Stages)] int? Stage,
    [property: Required, PlainText(Lines = true), StringLength(500)] string Text);
