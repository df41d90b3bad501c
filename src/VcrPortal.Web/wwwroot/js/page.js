// Small comforts; every page works without them.

// A link that copies its own address, or the text to which it leads, instead of leading there.
async function copy(event) {
  const link = event.target.closest?.("a[data-copy]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
  event.preventDefault();
  const label = link.querySelector("span") ?? link;
  const words = label.textContent;
  try {
    const text = "text" in link.dataset ? document.querySelector(link.hash)?.textContent : null;
    await navigator.clipboard.writeText(text ?? (link.hash ? link.href : link.href + location.hash));
    label.textContent = "Copied";
    const said = document.querySelector("[data-said]");
    const what = link.hash ? "" : placeOf(location.hash);
    if (said && link.dataset.copy) said.textContent = `Copied: ${link.dataset.copy}${what}.`;
    setTimeout(() => { label.textContent = words; if (said) said.textContent = ""; }, 4000);
  } catch {
    location.assign(link.href);
  }
}

// What an address points at, in words; nothing for a place that is no thing of its own.
function placeOf(hash) {
  let id = "";
  try { id = decodeURIComponent(hash.slice(1)); } catch { return ""; }
  const [, kind, number] = /^(ev-|c|p)(\d+)$/.exec(id) ?? [];
  if (id.startsWith("e:")) return `, at the link ${id.slice(2).split(">").map(decodeURIComponent).join(" to ")}`;
  if (id && document.querySelector(`.details-card[id="${CSS.escape(id)}"]`)) return `, at claim ${id}`;
  return number && document.getElementById(id) ? `, at ${{ "ev-": "evidence", c: "comment", p: "passage" }[kind]} ${number}` : "";
}

// The moment of a finished job: told while it is chosen, and gone to when it is.
document.addEventListener("input", event => {
  if (!event.target.matches?.("[data-moment]")) return;
  const { value, max, form } = event.target;
  form.querySelector("[data-moment-said]").textContent = `Event ${value} of ${max}`;
});
let going = 0;
document.addEventListener("change", event => {
  if (!event.target.matches?.("[data-moment]")) return;
  clearTimeout(going); // arrow keys choose step by step
  going = setTimeout(() => event.target.form.requestSubmit(), 500);
});

// Parts that are drawn again while something goes on: <div id="x" data-poll="5">, in seconds.
// The whole page is asked for, so there is nothing to keep in step; a hidden tab asks for nothing.
const untilNext = new Map();
async function poll() {
  for (const part of document.querySelectorAll("[data-poll][id]")) {
    const left = (untilNext.get(part.id) ?? Number(part.dataset.poll)) - 1;
    untilNext.set(part.id, left > 0 ? left : Number(part.dataset.poll));
    if (left <= 0 && !document.hidden && !part.contains(document.activeElement)) await redraw(part);
  }
}
async function redraw(part) {
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (fresh && part.isConnected) part.replaceWith(document.adoptNode(fresh));
  } catch { /* no connection: the next round asks again */ }
}

// A jump within the page is no navigation: the framework would fetch the page again at every claim that is looked at.
const pageOf = () => location.pathname + location.search;
let shownPage = pageOf();
addEventListener("popstate", event => {
  if (pageOf() !== shownPage) shownPage = pageOf();
  else {
    event.stopImmediatePropagation();
    dispatchEvent(new HashChangeEvent("hashchange"));
  }
}, { capture: true });

// Enhanced navigation leaves the focus where it was; a reader of a new page starts at its content.
let shownPath = location.pathname;
function onNavigated() {
  shownPage = pageOf();
  if (location.pathname === shownPath) return;
  shownPath = location.pathname;
  document.querySelectorAll("details.menu[open]").forEach(menu => { menu.open = false; });
  if (!location.hash) document.getElementById("main")?.focus({ preventScroll: true });
}

// The framework's navigation scrolls to a fragment but leaves the focus: Tab would go on in the header.
function skip(event) {
  if (!event.target.closest?.("a.skip")) return;
  event.preventDefault();
  document.getElementById("main")?.focus();
}

// Esc closes the menu.
function onKey(event) {
  if (event.key === "Escape") document.querySelectorAll("details.menu[open]").forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
}

// Scripts that few pages need come with the first page that has a part for them.
function fetchScripts() {
  for (const script of document.querySelectorAll("meta[name=script-for]")) {
    if (document.querySelector(script.dataset.part)) import(new URL(script.content, document.baseURI));
  }
}

// Somebody typed the number of a claim behind the address of the form that adds it: what stands behind # no server is told.
function takeFragment() {
  if (location.pathname !== "/collections/add" || location.hash.length < 2 || !/[?&]t=[^&#]+$/.test(location.search)) return;
  location.replace(`${location.pathname}${location.search}${encodeURIComponent(location.hash)}`);
}

takeFragment();
fetchScripts();
document.addEventListener("click", copy);
document.addEventListener("click", skip);
document.addEventListener("keydown", onKey);
setInterval(poll, 1000);
addEventListener("load", () => {
  globalThis.Blazor?.addEventListener("enhancedload", onNavigated);
  globalThis.Blazor?.addEventListener("enhancedload", fetchScripts);
});
