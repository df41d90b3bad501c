// The connection of a live page: its notice, the rest of a tab that nobody sees, and what is typed while no server hears it.

const box = () => document.getElementById("components-reconnect-modal");
const fields = "[data-live] textarea[id], [data-live] input[id], [data-live] select[id]";
const storage = () => `vcr-typed:${location.pathname}`;
const typed = new Map(); // by the id of its field; only while the connection is away
let state = "hide", rest;

// What a library was about to tell a circuit that ends because the page is left is no error.
let isLeft = false;
addEventListener("beforeunload", () => { isLeft = true; });
addEventListener("unhandledrejection", event => {
  if (isLeft && /Invocation canceled/.test(event.reason)) event.preventDefault();
});

// The framework says "show" before it says why.
const words = { show: "lost", retrying: "lost", paused: "paused", failed: "failed", "resume-failed": "failed", rejected: "rejected" };
function show(to) {
  state = to;
  const notice = box();
  if (!notice) return;
  for (const sentence of notice.children) sentence.hidden = sentence.dataset.when !== words[to];
  notice.hidden = !(to in words);
}

function onState(event) {
  const { state: to } = event.detail;
  show(to);
  if (to === "hide") giveBack([...typed]);
  else if (to === "rejected") reload();
}

// Puts back what was typed, as soon as the island takes it, and tells the server. An island that goes on from a pause is drawn anew: where
// that took the field away, once more.
function giveBack(texts, tries = 150) {
  typed.clear();
  const waiting = texts.filter(([id, text]) => !giveTo(id, text));
  if (waiting.length > 0 && tries > 0) setTimeout(giveBack, 200, waiting, tries - 1);
}
function giveTo(id, text) {
  const field = document.getElementById(id);
  if (!field || field.matches(":disabled")) return false;
  field.value = text;
  field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
  setTimeout(() => { if (!field.isConnected) giveBack([[id, text]]); }, 1000);
  return true;
}

// The server no longer knows this page. What was typed goes with us.
function reload() {
  try {
    if (typed.size > 0) sessionStorage.setItem(storage(), JSON.stringify([...typed]));
  } catch { /* storage is off: the draft on the server is what is left */ }
  location.reload();
}
function arrive() {
  let kept;
  try {
    kept = sessionStorage.getItem(storage());
    sessionStorage.removeItem(storage());
  } catch { return; }
  if (kept) giveBack(JSON.parse(kept));
}

// True: it goes on. False: the server was reached, but has nothing of this page. It throws when the server was not reached.
const again = async () => await Blazor.reconnect() || await Blazor.resumeCircuit();
const goOn = async () => await Blazor.resumeCircuit();
async function attempt(way) {
  show(way === again ? "retrying" : "paused");
  try {
    if (!await way()) reload();
  } catch {
    show("failed");
  }
}

// A tab that nobody sees gives its circuit back after a while.
async function pause() {
  if (!document.hidden || state !== "hide" || !document.querySelector("[data-live]")) return;
  try { await Blazor.pauseCircuit(); } catch { /* it has none */ }
}
function onSeen() {
  clearTimeout(rest);
  const seconds = Number(box()?.dataset.pauseAfter);
  if (document.hidden) rest = seconds > 0 ? setTimeout(pause, seconds * 1000) : undefined;
  else if (state === "paused") attempt(goOn);
  else if (state === "failed" || state === "resume-failed") attempt(again);
}

document.addEventListener("visibilitychange", onSeen);
document.addEventListener("input", event => {
  if (state !== "hide" && event.target.matches?.(fields)) typed.set(event.target.id, event.target.value);
}, { capture: true });
document.addEventListener("click", event => {
  if (event.target.closest?.("[data-reconnect]")) attempt(again);
  else if (event.target.closest?.("[data-resume]")) attempt(goOn);
});
box()?.addEventListener("components-reconnect-state-changed", onState);
arrive();
