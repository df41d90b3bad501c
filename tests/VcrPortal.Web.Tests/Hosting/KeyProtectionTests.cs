using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Hosting;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Hosting;

public sealed class KeyProtectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keys_AreEncryptedInTheDatabase_WhereACertificateIsNamed(bool isNamed)
    {
        await using var portal = isNamed ? new WebPortal([.. Certificate()]) : new WebPortal();
        Assert.Contains("__RequestVerificationToken", await portal.Visitor().GetStringAsync(PortalUrls.SignIn));
        await using var db = portal.Db();
        var key = Assert.Single(await db.DataProtectionKeys.ToListAsync()).Xml;
        Assert.Equal(isNamed, key!.Contains("<EncryptedData", StringComparison.Ordinal));
    }

    [Fact]
    public void ACertificate_ThatCannotBeOpened_StopsTheStartWithItsName()
    {
        var (_, file) = Certificate().First();
        var failure = Assert.Throws<PortalStartException>(() => PortalHost.Build(
            [$"--DataProtection:Certificate={file}", "--DataProtection:CertificatePassword=another"]));
        Assert.StartsWith("DataProtection:Certificate", failure.Message, StringComparison.Ordinal);
    }

    private IEnumerable<(string, string)> Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=keys of a test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var file = Path.Combine(_folder, "keys.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, "secret"));
        return [("DataProtection:Certificate", file), ("DataProtection:CertificatePassword", "secret")];
    }
}
