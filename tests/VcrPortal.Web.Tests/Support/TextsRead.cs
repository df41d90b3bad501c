using System.Diagnostics.Metrics;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Web.Tests.Support;

/// <summary>Counts the explanation texts that are read by what the test starts while this is open, whatever other tests read
/// meanwhile.</summary>
internal sealed class TextsRead : IDisposable
{
    private static readonly AsyncLocal<TextsRead?> Open = new();
    private readonly MeterListener _listener = new();
    private int _count;

    public TextsRead()
    {
        Open.Value = this;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ReadingMeter.Name && instrument.Name == ReadingMeter.TextsRead)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, more, _, _) =>
        {
            if (Open.Value == this) Interlocked.Add(ref _count, (int)more);
        });
        _listener.Start();
    }

    public int Count => Volatile.Read(ref _count);

    public void Dispose()
    {
        Open.Value = null;
        _listener.Dispose();
    }
}
