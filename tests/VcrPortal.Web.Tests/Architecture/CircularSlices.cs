// Two slices that use each other, as a sample that must be caught.
namespace VcrPortal.Web.Tests.Architecture.CircularSlices.Left
{
    internal static class LeftVerb
    {
        public static async Task<int> RunAsync()
        {
            await Task.Yield();
            Func<int> run = () => Right.RightVerb.Run();
            return run();
        }
    }
}

namespace VcrPortal.Web.Tests.Architecture.CircularSlices.Right
{
    internal static class RightVerb
    {
        public static int Run() => Numbers().Count();

        private static IEnumerable<Task<int>> Numbers()
        {
            yield return Left.LeftVerb.RunAsync();
        }
    }
}
