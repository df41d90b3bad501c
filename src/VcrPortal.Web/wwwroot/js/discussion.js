// Joins the discussion to the rest of its page. Loaded by its island, so by people who are signed in only.

let island;

export function attach(element, dotnet) {
  island = { element, dotnet };
  stood = null;
  stand();
  followChoice(); // who comes to a claim, or comes back to it, writes about it
  element.setAttribute("data-joined", "");
  document.dispatchEvent(new Event("discussion-joined"));
}

// A circuit that ends meanwhile, because the page is left or the connection is lost, hears nothing: what is chosen then is told by the next.
const tell = (name, ...words) => island.dotnet.invokeMethodAsync(name, ...words).catch(() => {});

// On the cards of the claims: how much was said of each. Both are JSON.
export function say(said, people) {
  const { words, stamp, talk } = JSON.parse(said);
  for (const claim of document.querySelectorAll("a.claim[data-claim]")) {
    const [text, said] = [claim.querySelector("text.talk"), talk[claim.dataset.claim] ?? ""];
    if (text && text.textContent !== said) fit(claim, text, said);
  }
  mark(JSON.parse(people));
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
  await tell("Choose", link.dataset.about);
  island.element.scrollIntoView({ block: "nearest" });
  island.element.querySelector("#say")?.focus({ preventScroll: true });
});

// What is said shares its line with the verdict: where both do not fit, only its beginning is told, and the rest when the page is drawn anew.
function fit(claim, text, said) {
  const verdict = claim.querySelector("text.mark");
  text.textContent = said;
  if (!verdict || said === "") return;
  const overlaps = () => text.getBBox().x < verdict.getBBox().x + verdict.getBBox().width;
  if (overlaps()) text.textContent = said.split(/ (?=[+−])/)[0];
  if (overlaps()) text.textContent = "";
}

// The letters of those who look at a claim, on its card.
const svg = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};
const claimOf = about => about.startsWith("n:") ? decodeURIComponent(about.slice(2)) : null;
function mark(people) {
  document.querySelectorAll("a.claim > .here").forEach(here => here.remove());
  const at = new Map();
  for (const person of people) {
    const claim = [...document.querySelectorAll("a.claim[data-claim]")].find(c => c.dataset.claim === claimOf(person.about));
    if (!claim) continue;
    const place = at.get(claim) ?? 0;
    at.set(claim, place + 1);
    const here = svg("g", { class: "here", "aria-hidden": "true", transform: `translate(${12 + 22 * place} -2)` });
    const letters = svg("text", { "text-anchor": "middle", y: "4" });
    letters.textContent = person.initials;
    here.append(svg("circle", { r: "10" }), letters);
    claim.append(here);
  }
}

// Where this person is, and whether others may see it: shown unless they chose otherwise on this machine.
const shownKey = "show-where-i-am";
const isShown = () => { try { return localStorage.getItem(shownKey) !== "no"; } catch { return true; } };
export function keepShown(shown) {
  try { localStorage.setItem(shownKey, shown ? "yes" : "no"); } catch { /* private windows keep nothing */ }
}
const here = () => {
  try {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id.startsWith("e:")) return id;
    return document.querySelector(`a.claim[data-claim="${CSS.escape(id)}"]`) ? `n:${encodeURIComponent(id)}` : "";
  } catch { return ""; }
};
let stood = null;
function stand() {
  if (!island?.element?.isConnected) return;
  const now = `${here()} ${isShown()}`;
  if (stood === now) return;
  stood = now;
  tell("Stand", here(), isShown(), here() !== led);
}
// Whoever follows somebody goes where they go, but not in the middle of what they write; going somewhere oneself ends it.
let [led, held] = ["", null];
const isWriting = () => island?.element?.contains(document.activeElement) && document.activeElement.matches("textarea, input");
export function go(about) {
  held = isWriting() ? about : null;
  const id = about.startsWith("e:") ? about : claimOf(about);
  if (held || !id) return;
  led = about;
  if (decodeURIComponent(location.hash.slice(1)) !== id) location.hash = encodeURIComponent(id);
}
document.addEventListener("focusout", event => {
  if (!held || !island?.element?.contains(event.target) || island.element.contains(event.relatedTarget)) return;
  const at = location.hash;
  setTimeout(() => { if (held && !isWriting() && location.hash === at) go(held); }, 300); // unless a click has just led elsewhere
});
document.addEventListener("claim-selected", () => setTimeout(stand));
addEventListener("hashchange", () => setTimeout(stand));

// Words of the report that somebody has chosen: see annotate.js.
document.addEventListener("annotate", async event => {
  if (!island?.element?.isConnected) return;
  const { start, end, exact, opinion } = event.detail;
  await tell("Quote", start, end, exact, opinion);
  island.element.scrollIntoView({ block: "nearest" });
  island.element.querySelector("#say")?.focus({ preventScroll: true });
});

// Whoever chooses a claim hears what is said of it, and writes about it.
let chosen = null;
function followChoice() {
  const link = document.querySelector(".details-card.is-chosen a[data-about]");
  if (!link || link.dataset.about === chosen || !island?.element?.isConnected) return;
  chosen = link.dataset.about;
  tell("Choose", chosen);
}
document.addEventListener("click", () => setTimeout(followChoice));
document.addEventListener("claim-selected", () => setTimeout(followChoice));
addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(followChoice)));
