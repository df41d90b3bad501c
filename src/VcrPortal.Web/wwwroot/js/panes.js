// The panes of a trace: their widths, their tabs, and one chosen claim in all of them. Without this module everything stands below
// one another and every link works. What is chosen is the address's fragment; nothing scrolls by itself but the pane that was asked for.

const page = () => document.querySelector(".wb-page");
const fragment = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };
const kept = key => { try { return localStorage.getItem(key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private windows keep nothing */ } };
const isNarrow = matchMedia("(max-width: 64rem)");

// Widths: pixels, between what a line of text needs and what leaves room for the graph.
const [least, most, step] = [288, 640, 16];
function setWidth(grip, pixels) {
  const width = Math.round(Math.max(least, Math.min(most, pixels)));
  grip.parentElement.style.setProperty(grip.dataset.grip, `${width}px`);
  grip.setAttribute("aria-valuenow", width);
  keep(`pane${grip.dataset.grip}`, width);
}
const sign = grip => grip.dataset.grip === "--wl" ? 1 : -1;
const paneOf = grip => sign(grip) > 0 ? grip.previousElementSibling : grip.nextElementSibling;
function restoreWidths() {
  for (const grip of document.querySelectorAll("[data-grip]")) {
    const width = Number(kept(`pane${grip.dataset.grip}`));
    if (width > 0 && !grip.hasAttribute("data-set")) setWidth(grip, width);
    grip.setAttribute("data-set", "");
  }
}
document.addEventListener("pointerdown", event => {
  const grip = event.target.closest?.("[data-grip]");
  if (!grip) return;
  const [from, width] = [event.clientX, paneOf(grip).offsetWidth];
  grip.setPointerCapture(event.pointerId);
  const move = moved => setWidth(grip, width + (moved.clientX - from) * sign(grip));
  grip.addEventListener("pointermove", move);
  grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", move), { once: true });
});

// Tabs: of the panel, and on a phone of the whole page.
function press(tabs, chosen) {
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", tab === chosen);
    tab.tabIndex = tab === chosen ? 0 : -1;
  }
}
export function showTab(name) {
  const root = page();
  if (!root) return;
  root.dataset.tab = name;
  press([...root.querySelectorAll("[data-tab-pick]")], root.querySelector(`[data-tab-pick="${name}"]`));
}
export function showPane(name) {
  const root = page();
  if (!root) return;
  root.dataset.pane = name;
  press([...root.querySelectorAll("[data-pane-tab]")], root.querySelector(`[data-pane-tab="${name}"]`));
  if (name === "discussion") showTab("discussion");
  else if (name === "claims" && root.dataset.tab === "discussion") showTab("claim");
}
function pick(tab) {
  try { sessionStorage.setItem("panel-tab", tab.dataset.tabPick ?? (tab.dataset.paneTab === "discussion" ? "discussion" : "claim")); } catch { /* kept for this look only */ }
  if (tab.dataset.tabPick) showTab(tab.dataset.tabPick); else showPane(tab.dataset.paneTab);
}

// Where a fragment leads: a claim, a piece of evidence, what people said, or a part behind the menu.
function follow(scrolls) {
  const root = page();
  if (!root) return;
  let id = fragment();
  if (id.startsWith("claim-") && !root.querySelector(`.details-card[id="${CSS.escape(id)}"]`)) {
    id = id.slice("claim-".length);
    history.replaceState(history.state, "", `${location.pathname}${location.search}#${encodeURIComponent(id)}`);
    dispatchEvent(new HashChangeEvent("hashchange"));
  }
  const target = id ? document.getElementById(id) : null;
  const more = root.querySelector(".more");
  more?.toggleAttribute("data-open", target !== null && more.contains(target));
  markReport(root, id);
  if (!target) return;
  if (target.id === "graph-pane") { showPane("path"); target.focus({ preventScroll: true }); }
  // Who follows the address of a link sees where it lies, as well as what is said of it.
  const drawn = [...root.querySelectorAll("a.edge")].find(edge => edge.dataset.edge === id);
  if (scrolls && drawn && drawn.getClientRects().length > 0) drawn.scrollIntoView({ block: "center", inline: "center" });
  const part = target.closest(".panel [data-tab]")?.dataset.tab;
  if (target.matches(".details-card") || (target.closest(".details-card") && root.dataset.tab === "discussion" && isNarrow.matches)) {
    if (root.dataset.tab === "evidence" || root.dataset.tab === "claim" || isNarrow.matches) showPane("claims");
  } else if (part) { showTab(part); showPane(part === "discussion" ? "discussion" : "claims"); if (part !== "discussion") showTab(part); }
  if (target.closest("details")) target.closest("details").open = true;
  if (scrolls && target.matches("details")) target.open = true;
  if (scrolls && (part || more?.contains(target))) target.scrollIntoView({ block: part ? "nearest" : "start" });
  if (scrolls) tellArrival(root, target);
}

// Whoever hears the page learns where the address has led.
function tellArrival(root, target) {
  const said = root.querySelector("[data-arrived]");
  const [, kind, number] = /^(ev-|c|p)(\d+)$/.exec(target.id) ?? [];
  const words = target.matches(".details-card")
    ? `${target.getAttribute("aria-label")}: ${target.querySelector(".claim-title")?.textContent.replace(/\s+/g, " ").trim()}. ${target.querySelector(".verdict")?.textContent.trim()}.`
    : number ? `${{ "ev-": "Evidence", c: "Comment", p: "Passage" }[kind]} ${number}.` : "";
  if (said && said.textContent !== words) said.textContent = words;
}

// The chips of the chosen claim in the report, and a word where they are when they are out of sight.
function markReport(root, id) {
  const chips = [...root.querySelectorAll(".prose a.claimref")].filter(chip => chip.closest("[data-report]"));
  for (const chip of chips) {
    const isChosen = id !== "" && decodeURIComponent(new URL(chip.href).hash.slice(1)) === id;
    if (isChosen) chip.setAttribute("aria-current", "true"); else chip.removeAttribute("aria-current");
  }
  tellWhere(root, chips.filter(chip => chip.hasAttribute("aria-current")), id);
}
function tellWhere(root, chips, id) {
  const [pill, pane] = [root.querySelector("[data-told]"), root.querySelector("[data-report]")];
  if (!pill || !pane) return;
  pill.hidden = true;
  const [seen, places] = [pane.getBoundingClientRect(), chips.map(chip => chip.getBoundingClientRect())];
  if (places.length === 0 || places.some(at => at.top < seen.bottom - 20 && at.bottom > seen.top)) return;
  pill.hidden = false;
  pill.textContent = `${id} is told ${places[0].top >= seen.bottom - 20 ? "further down" : "further up"}`;
  pill.onclick = () => { chips[0].scrollIntoView({ block: "center" }); pill.hidden = true; };
}

let last = null;
function sync(scrolls) {
  if (!page() || (last === location.href && !scrolls)) return;
  last = location.href;
  follow(scrolls);
}

document.addEventListener("click", event => {
  const tab = event.target.closest?.("[data-tab-pick], [data-pane-tab]");
  if (tab) pick(tab);
  if (event.target.closest?.("a[data-about]")) { showTab("discussion"); if (isNarrow.matches) showPane("discussion"); }
  const menu = document.querySelector("details.drop[open]");
  if (menu && (!menu.contains(event.target) || event.target.closest("a"))) menu.open = false;
  setTimeout(sync); // after whoever else listens has changed the address
});
document.addEventListener("annotate", event => {
  showTab("discussion");
  if (isNarrow.matches) showPane("discussion");
  if (isAwaited()) wanted = () => document.dispatchEvent(new CustomEvent("annotate", { detail: event.detail }));
});

// Whoever asks for the discussion before it has joined is taken there when it has. Where it never comes, its link leads to the same box.
let [wanted, patience] = [null, 0];
const isAwaited = () => globalThis.Blazor && document.querySelector("#discussion[data-live]:not([data-joined])") !== null;
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[data-about]");
  if (!link || !isAwaited() || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const about = `a[data-about="${CSS.escape(link.dataset.about)}"]`; // its element may be another by then
  wanted = () => document.querySelector(about)?.click();
  clearTimeout(patience);
  patience = setTimeout(() => location.assign(link.href), 5000);
}, true);
document.addEventListener("discussion-joined", () => {
  clearTimeout(patience);
  const ask = wanted;
  wanted = null;
  ask?.();
});
document.addEventListener("keydown", event => {
  const grip = event.target.closest?.("[data-grip]");
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (grip && way) { event.preventDefault(); setWidth(grip, paneOf(grip).offsetWidth + way * step * sign(grip)); }
  const tab = event.target.closest?.("[data-tab-pick], [data-pane-tab]");
  if (tab && way) {
    const tabs = [...tab.parentElement.querySelectorAll("[role=tab]")];
    const next = tabs[(tabs.indexOf(tab) + way + tabs.length) % tabs.length];
    next.focus();
    pick(next);
  }
  if (event.key === "Escape") {
    const menu = document.querySelector("details.drop[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
    else if (document.querySelector(".more[data-open]")) document.querySelector("[data-more-close]").click();
  }
});
document.addEventListener("keyup", () => setTimeout(sync));
document.addEventListener("claim-selected", () => sync());
addEventListener("hashchange", () => sync(true));
function arrive() {
  restoreWidths();
  try { showTab(sessionStorage.getItem("panel-tab") ?? "claim"); } catch { /* as the server drew it */ }
  if (new URLSearchParams(location.search).has("about")) { showTab("discussion"); showPane("discussion"); }
  last = null;
  sync(true);
}
addEventListener("load", () => globalThis.Blazor?.addEventListener("enhancedload", arrive));
arrive();
