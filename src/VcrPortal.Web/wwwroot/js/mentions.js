// Names after an @ in a comment: <textarea data-mention="/t/VCT1/people">. Arrow keys choose, Enter and Tab take, Escape closes; the last
// entry brings the next page. The list stands outside of the island that draws the box, which must find its own parts as it left them.

const pause = 120; // milliseconds of quiet before asking
const list = document.createElement("ul");
list.id = "mention-options";
list.className = "options mention-options";
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "People");
list.hidden = true;
const status = document.createElement("p");
status.className = "sr-only";
status.setAttribute("aria-live", "polite");
let [box, asked, timer, at, from] = [null, null, 0, -1, 0];

// The beginning of a name before the caret, and where its @ stands.
function begun(area) {
  if (area.selectionStart !== area.selectionEnd) return null;
  const before = area.value.slice(0, area.selectionStart);
  const match = /(?:^|[^\p{L}\p{N}@/._-])@([A-Za-z0-9._-]{0,40})$/u.exec(before);
  return match ? { start: match[1], at: before.length - match[1].length } : null;
}

function ask(area, skip = 0) {
  const name = begun(area);
  clearTimeout(timer);
  asked?.abort();
  if (!name) return close();
  timer = setTimeout(() => bring(area, name, skip), skip ? 0 : pause);
}
async function bring(area, name, skip) {
  asked = new AbortController();
  try {
    const answer = await fetch(`${area.dataset.mention}?q=${encodeURIComponent(name.start)}&skip=${skip}`, { signal: asked.signal, headers: { accept: "application/json" } });
    if (answer.ok && document.activeElement === area) show(area, name, await answer.json(), skip);
  } catch { /* a newer question, or no connection: the box still takes what is typed */ }
}

function show(area, name, found, skip) {
  if (!list.isConnected) (area.closest("main") ?? document.body).append(list, status);
  const known = skip ? [...list.children].filter(o => !o.dataset.more) : [];
  const options = found.names.map(n => option(`@${n}`, { name: n }));
  if (found.next) options.push(option("More names", { more: found.next }));
  list.replaceChildren(...known, ...options);
  [...list.children].forEach((o, index) => { o.id = `mention-${index}`; });
  [box, from] = [area, name.at];
  for (const [attribute, value] of [["aria-haspopup", "listbox"], ["aria-autocomplete", "list"], ["aria-controls", list.id]]) area.setAttribute(attribute, value);
  if (list.children.length === 0) return close();
  list.hidden = false;
  place(area);
  mark(skip ? known.length : 0);
  status.textContent = `${list.children.length} ${list.children.length === 1 ? "name" : "names"}`;
}
function option(text, data) {
  const element = document.createElement("li");
  element.setAttribute("role", "option");
  element.textContent = text;
  Object.assign(element.dataset, data);
  return element;
}
function place(area) {
  const box = area.getBoundingClientRect();
  const height = Math.min(list.offsetHeight, 220);
  const below = innerHeight - box.bottom > height + 8;
  Object.assign(list.style, { left: `${box.left}px`, top: `${below ? box.bottom + 2 : Math.max(4, box.top - height - 2)}px`, width: `${Math.min(box.width, 320)}px` });
}
function mark(index) {
  at = index;
  [...list.children].forEach((o, i) => o.setAttribute("aria-selected", String(i === at)));
  const chosen = list.children[at];
  if (chosen) { box.setAttribute("aria-activedescendant", chosen.id); chosen.scrollIntoView({ block: "nearest" }); }
}
function take(chosen) {
  if (!chosen || !box) return;
  if (chosen.dataset.more) return ask(box, Number(chosen.dataset.more));
  const area = box;
  const rest = area.value.slice(area.selectionStart);
  area.setRangeText(`${chosen.dataset.name}${/^\s/.test(rest) ? "" : " "}`, from, area.selectionStart, "end");
  close();
  area.dispatchEvent(new Event("input", { bubbles: true })); // the circuit hears of it as of anything typed
}
function close() {
  clearTimeout(timer);
  asked?.abort();
  list.hidden = true;
  box?.removeAttribute("aria-activedescendant");
  [box, at] = [null, -1];
}

const areaOf = event => event.target.closest?.("textarea[data-mention]");
document.addEventListener("input", event => { const area = areaOf(event); if (area) ask(area); });
document.addEventListener("keydown", event => {
  if (!box || list.hidden || areaOf(event) !== box || event.isComposing) return;
  const count = list.children.length;
  if (event.key === "ArrowDown") mark((at + 1) % count);
  else if (event.key === "ArrowUp") mark((at + count - 1) % count);
  else if (event.key === "Enter" || event.key === "Tab") take(list.children[at]);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}, { capture: true });
document.addEventListener("focusout", event => { if (areaOf(event)) close(); });
list.addEventListener("mousedown", event => event.preventDefault()); // keeps the focus in the box
list.addEventListener("click", event => take(event.target.closest("[role=option]")));
addEventListener("scroll", () => { if (box) place(box); }, { capture: true, passive: true });
