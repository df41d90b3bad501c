using System.Globalization;
using VcrPortal.Fuzz;

// fuzz MINUTES SEED FOLDER: exit 0 when nothing was found, 1 when something was, 2 when the arguments are not understood.
if (args is not [var minutes, var seed, var folder]
    || !double.TryParse(minutes, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var time)
        || !int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var first))
{
    Console.Error.WriteLine("Usage: fuzz MINUTES SEED FOLDER");
    return 2;
}
return new Campaign(Console.Out, folder).Run(TimeSpan.FromMinutes(time), first) ? 0 : 1;
