using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Hosting;

/// <summary>The keys that protect cookies and forms: in the database, so that an open form still posts after a restart, and on another
/// portal. They stand there unencrypted unless section <c>DataProtection</c> names a <c>Certificate</c> (a .pfx file with its private key)
/// and its <c>CertificatePassword</c>; every portal on the database needs the same.</summary>
internal static class KeyProtection
{
    private const string File = "DataProtection:Certificate";
    private const string Password = "DataProtection:CertificatePassword";

    public static void AddKeyProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("VcrPortal").PersistKeysToDbContext<PortalDb>();
        if (configuration[File] is { Length: > 0 } path) keys.ProtectKeysWithCertificate(Open(path, configuration[Password]));
    }

    private static X509Certificate2 Open(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey ? certificate
                : throw new PortalStartException($"{File} names a file without a private key; export the certificate with it.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"{File} cannot be opened: {e.Message} It must be a .pfx file, and {Password} its password.", e);
        }
    }
}
