using System.Collections.Immutable;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Models;

/// <summary>The configured models, for administrators. Keys are not among what it tells.</summary>
[Requires(Operation.ReadModels)]
public sealed class ReadModels(ConfiguredModels models)
{
    /// <returns>Null when this is not for the caller.</returns>
    public ImmutableArray<ConfiguredModel>? Run(Caller caller) => caller.May(Operation.ReadModels) ? models.All : null;
}
