// Joins the discussion to the rest of its page. Loaded by its island, so by people who are signed in only.

let island;

export function attach(element, dotnet) {
  island = { element, dotnet };
}

// On the cards of the claims: how much was said of each.
export function say(words, stamp) {
  document.dispatchEvent(new CustomEvent("passages", { detail: { stamp } }));
  for (const link of document.querySelectorAll("a[data-about]")) {
    const text = words[link.dataset.about];
    if (text !== undefined && link.textContent !== text) link.textContent = text;
  }
}

document.addEventListener("click", async event => {
  const link = event.target.closest?.("a[data-about]");
  if (!link || !island?.element?.isConnected || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await island.dotnet.invokeMethodAsync("Choose", link.dataset.about);
  island.element.scrollIntoView({ block: "nearest" });
  island.element.querySelector("#say")?.focus({ preventScroll: true });
});

// Words of the report that somebody has chosen: see annotate.js.
document.addEventListener("annotate", async event => {
  if (!island?.element?.isConnected) return;
  const { start, end, exact, opinion } = event.detail;
  await island.dotnet.invokeMethodAsync("Quote", start, end, exact, opinion);
  island.element.scrollIntoView({ block: "nearest" });
  island.element.querySelector("#say")?.focus({ preventScroll: true });
});

// Whoever chooses a claim hears what is said of it, and writes about it.
let chosen = null;
function followChoice() {
  const link = document.querySelector(".details-card.is-chosen a[data-about]");
  if (!link || link.dataset.about === chosen || !island?.element?.isConnected) return;
  chosen = link.dataset.about;
  island.dotnet.invokeMethodAsync("Choose", chosen);
}
document.addEventListener("click", () => setTimeout(followChoice));
document.addEventListener("claim-selected", () => setTimeout(followChoice));
addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(followChoice)));
