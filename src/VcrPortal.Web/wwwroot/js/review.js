// The keys of a review, a draft that keeps itself, and a word before a reservation ends. Without this file every form works as it is.

const form = () => document.querySelector("[data-judge]");
const claims = () => [...document.querySelectorAll("[data-claim]")];
const keysOn = () => localStorage.getItem("review-keys") !== "off";
let current = 0;

function show(at) {
  const all = claims();
  if (all.length === 0) return;
  current = Math.min(Math.max(at, 0), all.length - 1);
  all.forEach((claim, i) => i === current ? claim.setAttribute("aria-current", "true") : claim.removeAttribute("aria-current"));
  all[current].focus();
}

const isJudged = claim => claim.querySelector("input[type=radio]:checked") !== null;

function sayProgress() {
  const said = document.querySelector("[data-progress]");
  if (said) said.textContent = `${claims().filter(isJudged).length} of ${claims().length} judged`;
}

function nextOpen() {
  const all = claims();
  const order = [...all.slice(current + 1), ...all.slice(0, current + 1)];
  const open = order.find(claim => !isJudged(claim));
  if (open) show(all.indexOf(open));
  else if (all.length === 0) document.querySelector("[data-next]")?.click();
  else document.querySelector("[data-submit]")?.focus();
}

function answer(number) {
  const radio = claims()[current]?.querySelectorAll("input[type=radio]")[number - 1];
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  const why = claims()[current].querySelector("select");
  // What is wrong must be said; what is right needs nothing more.
  if ((number === 2 || number === 3) && why && !why.value) why.focus();
  else nextOpen();
}

function toggleKeys() {
  const keys = document.querySelector("[data-keys]");
  if (!keys) return;
  keys.open = !keys.open;
  if (keys.open) keys.querySelector("summary").focus();
}

const acts = { j: () => show(current + 1), k: () => show(current - 1), n: nextOpen, "?": toggleKeys };

function onKey(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const submit = document.querySelector("[data-submit]");
    if (!submit) return;
    event.preventDefault();
    submit.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
  if (event.target.matches?.("textarea, select, input:not([type=radio]):not([type=checkbox])")) {
    // Out of a field, back to its claim, where single keys work.
    if (event.key === "Escape" && event.target.closest("[data-claim]")) show(current);
    return;
  }
  const act = acts[event.key] ?? (/^[1-4]$/.test(event.key) && form() ? () => answer(Number(event.key)) : null);
  if (!act || (claims().length === 0 && (event.key === "j" || event.key === "k"))) return;
  event.preventDefault();
  act();
}

// What is typed goes to the server by itself, a moment after the last change, and once more when the page is left.
let waiting = 0, unsent = null;
function written() {
  const typed = form();
  if (!typed || typed.dataset.testid !== "judge") return null;
  const data = new FormData(typed);
  data.set("do", "keep");
  return { address: location.href, body: new URLSearchParams(data) };
}
async function keep() {
  clearTimeout(waiting);
  const sent = unsent;
  unsent = null;
  if (!sent) return;
  try {
    // It goes on when the page is gone, as long as it is small enough for that.
    const keepalive = sent.body.toString().length < 60000;
    const answer = await fetch(sent.address, { method: "POST", body: sent.body, redirect: "manual", keepalive });
    const said = document.querySelector("[data-kept]");
    const isKept = answer.type === "opaqueredirect" || answer.ok;
    if (said) said.textContent = isKept ? "Draft kept." : "The draft could not be kept. Press Keep the draft.";
    if (isKept) began = Date.now();
  } catch { /* no connection: the next change tries again, and the form still holds it all */ }
}
function keepSoon() {
  unsent = written();
  clearTimeout(waiting);
  waiting = setTimeout(keep, 1500);
}

// Every draft that is kept prolongs the reservation by as long as it was at first.
const end = document.querySelector("[data-until]");
let began = Date.now();
const span = end ? Date.parse(end.dataset.until) - began : 0;
function warn() {
  const left = began + span - Date.now();
  const said = document.querySelector("[data-kept]");
  if (!end || !said || left > 10 * 60000) return;
  said.textContent = left > 0 ? `The reservation ends in ${Math.ceil(left / 60000)} min. Any change prolongs it.`
    : "The reservation has ended. What you typed is kept; send it, or reserve again.";
}

addEventListener("keydown", onKey, true); // before the portal's own keys: here ? lists those of a review
document.addEventListener("focusin", event => {
  const at = claims().findIndex(claim => claim.contains(event.target));
  if (at >= 0 && at !== current) {
    current = at;
    claims().forEach((claim, i) => i === at ? claim.setAttribute("aria-current", "true") : claim.removeAttribute("aria-current"));
  }
});
document.addEventListener("change", event => {
  if (event.target.matches?.("[data-keys-on]")) localStorage.setItem("review-keys", event.target.checked ? "on" : "off");
  else if (form()?.contains(event.target)) {
    sayProgress();
    keepSoon();
  }
});
document.addEventListener("click", event => {
  if (event.target.closest?.("[data-keys-open]")) toggleKeys();
  else if (event.target.closest?.("a[href]")) keep();
}, { capture: true });
// What is sent whole needs no draft.
document.addEventListener("submit", event => {
  if (event.target !== form()) return;
  clearTimeout(waiting);
  unsent = null;
}, { capture: true });
addEventListener("pagehide", keep);
const toggle = document.querySelector("[data-keys-on]");
if (toggle) toggle.checked = keysOn();
if (end) setInterval(warn, 15000);
