using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Data;

internal static class BindOptions
{
    /// <summary>A key of the section that the options do not have is mistyped, and stops the start.</summary>
    public static OptionsBuilder<T> BindAll<T>(this OptionsBuilder<T> options, IConfigurationSection section) where T : class =>
        options.Bind(section, o => o.ErrorOnUnknownConfiguration = true);
}
