using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VcrPortal.Web.Tests.Support;

/// <summary>An authenticator with one passkey (ES256, no attestation), after WebAuthn level 3: answers questions as a browser
/// does.</summary>
internal sealed class SoftwarePasskey(string origin = Browser.Origin) : IDisposable
{
    private const byte UserPresentAndVerified = 0x05;
    private const byte HoldsKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _user = "";

    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(20);
    public uint Counter { get; set; }

    public void Dispose() => _key.Dispose();

    /// <summary>The answer of <c>navigator.credentials.create</c>.</summary>
    public string Create(string question)
    {
        using var asked = JsonDocument.Parse(question);
        _user = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var data = ClientData("webauthn.create", asked.RootElement);
        var (length, public_) = (new byte[2], _key.ExportParameters(false).Q);
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)Id.Length);
        // COSE: EC2, ES256, P-256, x, y.
        byte[] key = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. public_.X!, 0x22, 0x58, 0x20, .. public_.Y!];
        byte[] authenticator = [
            .. Head(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, HoldsKey), .. new byte[16], .. length, .. Id,
            .. key];
        byte[] attestation = [
            0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)authenticator.Length,
            .. authenticator];
        return Answer(
            new
            {
                clientDataJSON = Base64Url.EncodeToString(data),
                attestationObject = Base64Url.EncodeToString(attestation),
                transports = new[] { "internal" }
            });
    }

    /// <summary>The answer of <c>navigator.credentials.get</c>.</summary>
    public string Sign(string question)
    {
        using var asked = JsonDocument.Parse(question);
        var data = ClientData("webauthn.get", asked.RootElement);
        Counter++;
        var authenticator = Head(asked.RootElement.GetProperty("rpId").GetString()!, 0);
        var signature =
            _key.SignData([.. authenticator, .. SHA256.HashData(data)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(
            new
            {
                clientDataJSON = Base64Url.EncodeToString(data),
                authenticatorData = Base64Url.EncodeToString(authenticator),
                signature = Base64Url.EncodeToString(signature),
                userHandle = _user
            });
    }

    private byte[] ClientData(string type, JsonElement asked) =>
        Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(new { type, challenge = asked.GetProperty("challenge").GetString(), origin, crossOrigin = false }));

    private byte[] Head(string site, byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(UserPresentAndVerified | flags), .. counter];
    }

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private string Answer(object response)
    {
        var id = Base64Url.EncodeToString(Id);
        return JsonSerializer.Serialize(
            new { id, rawId = id, type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response });
    }
}
