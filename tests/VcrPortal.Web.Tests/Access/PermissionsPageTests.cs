namespace VcrPortal.Web.Tests.Access;

public class PermissionsPageTests
{
    [Fact]
    public void PermissionsPage_SaysWhatTheTableSays()
    {
        var page = PermissionsPage.Write();
        if (Environment.GetEnvironmentVariable("VCR_REWRITE_DOCS") == "1") File.WriteAllText(PermissionsPage.Path, page);
        Assert.Equal(page, File.ReadAllText(PermissionsPage.Path).ReplaceLineEndings("\n"));
    }
}
