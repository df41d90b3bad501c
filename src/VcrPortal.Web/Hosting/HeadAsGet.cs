namespace VcrPortal.Web.Hosting;

/// <summary>HEAD asks what GET would answer, without the answer's body. Pages and endpoints name GET only, so it is asked as
/// that.</summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }
        await next(context);
    }
}
