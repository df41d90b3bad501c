using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>What people say of a trace, live or as text.</summary>
public sealed partial class DiscussionPanel(IPage page)
{
    public ILocator Region => page.GetByRole(AriaRole.Region, new() { Name = "Discussion", Exact = true });
    public ILocator Comments => Region.GetByRole(AriaRole.Article);
    /// <summary>What a thread is about, above its comments.</summary>
    public ILocator ThreadSubjects => Region.GetByTestId("thread-about");
    public ILocator About => Region.GetByLabel("About", new() { Exact = true });

    /// <summary>The box of a new comment.</summary>
    public ILocator Say => SayForm.GetByRole(AriaRole.Textbox);
    public ILocator SayForm => FormOf(page.GetByLabel(CommentOn()));
    public ILocator Send => SayForm.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true });
    public ILocator Preview => SayForm.GetByRole(AriaRole.Button, new() { Name = "Preview" });
    /// <summary>Names that are offered after an @.</summary>
    public ILocator People => page.GetByRole(AriaRole.Listbox, new() { Name = "People" });
    public ILocator AnswerBox => Region.GetByLabel("Your answer");
    public ILocator EditBox => Region.GetByLabel("Edit the comment");
    public ILocator Refusal => Region.GetByRole(AriaRole.Alert);

    /// <summary>That there is a later revision; for a reader, that there is something new.</summary>
    public ILocator Notice => Region.GetByRole(AriaRole.Status);

    public ILocator Votes => Region.GetByRole(AriaRole.Group, new() { Name = "Your vote" });
    public ILocator Disagree => Votes.GetByRole(AriaRole.Button, new() { Name = "Disagree" });
    public ILocator Reason => Region.GetByLabel("What is wrong?");
    public ILocator Note => Region.GetByLabel(NoteLabel());
    public ILocator SendDisagreement => Region.GetByRole(AriaRole.Button, new() { Name = "Disagree", Exact = true });

    /// <summary>Somebody else was faster.</summary>
    public ILocator Conflict => Region.GetByRole(AriaRole.Alertdialog);

    public ILocator EarlierVersions => Region.GetByRole(AriaRole.List, new() { Name = "Earlier versions" }).GetByRole(AriaRole.Listitem);

    /// <summary>Who else looks at the trace, and where.</summary>
    public ILocator PeopleHere => Region.GetByTestId("people-here");
    public ILocator Follow(string name) => PeopleHere.GetByRole(AriaRole.Button, new() { Name = $"Follow {name}" });
    /// <summary>Whether others see where one is.</summary>
    public ILocator ShowWhereIAm => PeopleHere.GetByRole(AriaRole.Button, new() { Name = "Show where I am" });

    /// <summary>Passages of the report, each with its words and marks.</summary>
    public ILocator Passages => Region.GetByTestId("passage");
    /// <summary>Words that were chosen just now, above the box for a comment on them.</summary>
    public ILocator ChosenPassage => Region.GetByTestId("chosen-passage");
    public ILocator OwnMark(string word) =>
        Region.GetByRole(AriaRole.Group, new() { Name = "Your mark on this passage" }).GetByRole(AriaRole.Button, new() { Name = word });

    public ILocator WatchButton => Region.GetByRole(AriaRole.Button, new() { NameRegex = new("^Watch") });

    public Task OpenAsync() => page.GetByTestId("tab-discussion").ClickAsync();

    /// <summary>The circuit is there, and the box takes words.</summary>
    public Task IsLiveAsync() => Expect(Say).ToBeEnabledAsync();

    /// <summary>What is typed now is kept on the server.</summary>
    public Task KeepsTheDraftAsync() => Expect(SayForm).ToContainTextAsync("Draft kept.");

    /// <param name="about">The value of the choice: <c>n:n5</c>.</param>
    public async Task ChooseAsync(string about)
    {
        await About.SelectOptionAsync(about);
        await Expect(SayForm).Not.ToContainTextAsync("the whole trace"); // the circuit has heard it
    }

    public async Task SayAsync(string text)
    {
        await Say.FillAsync(text);
        await Send.ClickAsync();
    }

    /// <summary>Answers the first comment.</summary>
    public async Task AnswerAsync(string text)
    {
        await BeginAnswerAsync(text);
        await FormOf(page.GetByLabel("Your answer")).GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
    }

    /// <summary>Writes an answer to the first comment, and leaves it in its box.</summary>
    public async Task BeginAnswerAsync(string text)
    {
        await Act("Answer").First.ClickAsync();
        await AnswerBox.FillAsync(text);
    }

    public async Task BeginEditAsync()
    {
        await Act("Edit").ClickAsync();
        await Expect(EditBox).ToBeVisibleAsync();
    }

    public async Task SaveEditAsync(string text)
    {
        await EditBox.FillAsync(text);
        await Act("Save").ClickAsync();
    }

    public Task SaveMineAsync() => Conflict.GetByRole(AriaRole.Button, new() { Name = "Save mine over it" }).ClickAsync();

    public ILocator SubjectLink(string name) => ThreadSubjects.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>Asks a moderator to look at the only comment.</summary>
    public Task FlagAsync() => Region.GetByRole(AriaRole.Link, new() { Name = "Flag", Exact = true }).ClickAsync();

    public Task ShowEarlierVersionsAsync() => Act("Earlier versions").ClickAsync();

    public async Task DisagreeAsync(string reason, string note)
    {
        await Disagree.ClickAsync();
        await Reason.SelectOptionAsync(reason);
        await Note.FillAsync(note);
        await SendDisagreement.ClickAsync();
    }

    /// <summary>A reader's page looks for news now and then; looking at the page again lets it look at once.</summary>
    public async Task OffersNewsAsync(string news)
    {
        await page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(Notice).ToContainTextAsync(news);
    }

    public async Task WatchAsync()
    {
        await Act("Watch").ClickAsync();
        await Expect(Act("Watching")).ToBeVisibleAsync();
    }

    public Task FollowNewsAsync() => Notice.GetByRole(AriaRole.Link).ClickAsync();

    private ILocator Act(string name) => Region.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <param name="box">Looked for in each form.</param>
    private ILocator FormOf(ILocator box) => Region.GetByTestId("compose").Filter(new() { Has = box });

    [GeneratedRegex("^Comment on ")]
    private static partial Regex CommentOn();

    [GeneratedRegex("^Note")]
    private static partial Regex NoteLabel();
}
