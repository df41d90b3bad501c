namespace VcrPortal.Reasoning.Tests;
public class SmokeTests { [Fact] public void Ok() => Assert.Equal(2, 1 + 1); }
