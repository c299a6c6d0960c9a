using ServiceDefaults.Http;

namespace Membership.Pulse;

/// <summary>Keeps an answer from being brought together with whoever gives it: it is refused where it says who sends it.</summary>
internal sealed class Unseen : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers.ContainsKey("Authorization")
            ? ValueTask.FromResult<object?>(Problems.Of(
                StatusCodes.Status400BadRequest, "not-anonymous", "Send this without Authorization: it must not say who you are. The token is not used yet."))
            : next(context);
}
