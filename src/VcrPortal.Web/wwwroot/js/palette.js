// Ctrl K, / and ?: the palette, the search box and the list of keys. Letters act only outside of fields, and can be turned off.

const off = "vcr-letters-off";
const palette = () => document.getElementById("palette");
const keys = () => document.getElementById("keys");
const find = () => document.getElementById("palette-find");
const shown = () => [...palette().querySelectorAll("[role=option]:not([hidden])")];
const fold = text => text.normalize("NFKD").toLowerCase();

function lettersAreOn() {
  try { return localStorage.getItem(off) === null; } catch { return true; }
}

function open(dialog) {
  if (!dialog || dialog.open) return;
  document.querySelectorAll("dialog.palette[open]").forEach(other => other.close());
  dialog.querySelector("[data-letter-keys]")?.toggleAttribute("checked", lettersAreOn());
  dialog.showModal();
  if (dialog !== palette()) return;
  find().value = "";
  narrow();
  find().focus();
}

function mark(option) {
  for (const other of palette().querySelectorAll("[role=option]")) other.setAttribute("aria-selected", String(other === option));
  if (option) find().setAttribute("aria-activedescendant", option.id);
  else find().removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

// What is typed narrows the places, and can itself be looked for.
function narrow() {
  const typed = find().value.trim();
  const list = document.getElementById("palette-list");
  list.querySelectorAll("[data-typed]").forEach(option => option.remove());
  for (const option of list.children) option.hidden = !fold(option.textContent).includes(fold(typed));
  if (typed !== "") {
    const number = /^vct[\s_#-]?(\d{1,9})$/i.exec(typed)?.[1];
    if (number) list.prepend(offer(`Open VCT${number}`, `/t/VCT${number}`, "open"));
    list.append(offer(`Search traces for “${typed}”`, `/traces?q=${encodeURIComponent(typed)}`, "search"));
    suggest(typed);
  }
  mark(shown()[0]);
}

// Names of every kind that begin so, as the search box offers them.
const pause = 120; // milliseconds of quiet before asking
let waiting, asked;
function suggest(typed) {
  clearTimeout(waiting);
  asked?.abort();
  waiting = setTimeout(async () => {
    asked = new AbortController();
    try {
      const answer = await fetch(`/api/search?q=${encodeURIComponent(typed)}`, { signal: asked.signal, headers: { accept: "application/json" } });
      if (!answer.ok || find().value.trim() !== typed) return;
      const found = (await answer.json()).map((item, at) => offer(`${item.name} · ${item.id}`, item.href, `name-${at}`));
      const search = document.getElementById("palette-typed-search");
      const isUntouched = shown()[0] === search && search.getAttribute("aria-selected") === "true";
      search?.before(...found);
      if (isUntouched) mark(shown()[0]); // a name that is known comes before a search for its letters
    } catch { /* a newer question, or no connection: the search itself still works */ }
  }, pause);
}
function offer(words, href, id) {
  const option = document.createElement("li");
  option.id = `palette-typed-${id}`;
  option.setAttribute("role", "option");
  Object.assign(option.dataset, { href, typed: "" });
  option.textContent = words;
  return option;
}

function go(option) {
  if (!option) return;
  palette().close();
  if (option.dataset.act === "keys") open(keys());
  else if (option.dataset.act === "theme") document.querySelector("[data-theme-toggle]")?.click();
  else location.assign(option.dataset.href);
}

function onPaletteKey(event) {
  const options = shown();
  const at = options.findIndex(option => option.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown") mark(options[(at + 1) % options.length]);
  else if (event.key === "ArrowUp") mark(options[(at <= 0 ? options.length : at) - 1]);
  else if (event.key === "Enter") go(options[at]);
  else return;
  event.preventDefault();
}

// The search box that is in view: that of a list comes before the one of the bar. A phone has neither, and gets the palette.
function search() {
  const box = [...document.querySelectorAll("main input[name=q], header input[name=q]")].sort((a, b) =>
    Number(b.closest("main") !== null) - Number(a.closest("main") !== null)).find(input => input.checkVisibility());
  if (box) { box.focus(); box.select(); }
  else open(palette());
}

// What is chosen on this page goes into a collection: the claim that is shown, or the ticked traces of a list.
function collect() { [...document.querySelectorAll("[data-collect]")].find(way => way.checkVisibility())?.click(); }

let led = -Infinity; // when g was pressed, in ms of the page's clock, which begins at 0
function onLetter(event) {
  if (event.key === "?") { event.preventDefault(); return open(keys()); }
  if (event.key === "/") { event.preventDefault(); return search(); }
  if (event.key === "c" && event.timeStamp - led >= 1500) return collect();
  if (event.key === "g") { led = event.timeStamp; return; }
  const wanted = event.timeStamp - led < 1500 ? `g ${event.key}` : "";
  led = -Infinity;
  const option = [...palette().querySelectorAll("[data-href]")].find(place => place.querySelector("kbd")?.textContent === wanted);
  if (option) location.assign(option.dataset.href);
}

document.addEventListener("keydown", event => {
  if (!palette()) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    return palette().open ? palette().close() : open(palette());
  }
  if (event.target === find()) return onPaletteKey(event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !lettersAreOn()) return;
  if (event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open], [role=listbox], [role=combobox]")) return;
  onLetter(event);
});
document.addEventListener("input", event => { if (event.target === find()) narrow(); });
document.addEventListener("change", event => {
  if (!event.target.matches?.("[data-letter-keys]")) return;
  try {
    if (event.target.checked) localStorage.removeItem(off);
    else localStorage.setItem(off, "1");
  } catch { /* storage is off: they stay on */ }
});
document.addEventListener("click", event => {
  const { target } = event;
  if (target.closest?.("[data-palette]")) open(palette());
  else if (target.closest?.("[data-close]")) target.closest("dialog")?.close();
  else if (target.closest?.("#palette-list [role=option]")) go(target.closest("[role=option]"));
  else if (target.matches?.("dialog.palette")) target.close(); // beside it
});
