namespace VcrPortal.Generation.Agents.LanguageModels.Chat;

/// <summary>How long one answer is waited for: for its next piece, and for the whole of it.</summary>
internal sealed class Patience : IDisposable
{
    private readonly ChatModel _model;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _either;

    public Patience(ChatModel model, TimeProvider clock, CancellationToken ct)
    {
        _model = model;
        _silence = new(model.Silence, clock);
        _limit = new(model.Limit, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, _limit.Token, ct);
    }

    public CancellationToken Token => _either.Token;
    public bool IsOver => _silence.IsCancellationRequested || _limit.IsCancellationRequested;

    public string Reason => _limit.IsCancellationRequested
        ? $"took longer than {_model.Limit.TotalMinutes:0.#} min. Ask for less, or try again later."
        : $"said nothing for {_model.Silence.TotalSeconds:0.#} s. Try again later.";

    /// <summary>The wait for the next piece begins.</summary>
    public void Begin() => _silence.CancelAfter(_model.Silence);

    public void Dispose()
    {
        _either.Dispose();
        _silence.Dispose();
        _limit.Dispose();
    }
}
