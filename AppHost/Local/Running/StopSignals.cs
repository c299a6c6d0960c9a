using System.Runtime.InteropServices;

namespace AppHost.Local.Running;

/// <summary>Ctrl+C, SIGTERM and a closed terminal stop the platform in order. A second one ends AppHost, and so everything, at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];

    public StopSignals(CancellationTokenSource stopping)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, received =>
            {
                received.Cancel = !stopping.IsCancellationRequested;
                stopping.Cancel();
            }));
        }
    }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());
}
