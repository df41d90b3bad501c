namespace VcrPortal.Generation.Sources;

/// <summary>A source or verifier that may ask a service outside of this process; an offline request passes over it.</summary>
public interface INetworkUser
{
    bool UsesNetwork { get; }
}
