// Choosing passages of a report: what is selected, by mouse, by touch or by caret browsing, or sentence by sentence from the keyboard, can
// be marked or written about. Loaded where the bar for it is, so by people who are signed in only; the discussion's module listens.
//
// Contract. Places are code points of the report's textContent, as in the W3C Web Annotation model. An event "annotate" on the document,
// detail { start, end, exact, opinion }, asks the discussion to take a passage; "passages", detail { stamp }, says that marks have changed.

const bar = () => document.querySelector("[data-annotate-bar]");
const prose = () => document.querySelector("[data-report] .prose");
const isLow = (text, at) => /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
const codePoints = text => { let count = 0; for (const _ of text) count++; return count; };

// The part of the selection that lies in the report, without white space round it and with whole characters only.
function chosen() {
  const [root, selection] = [prose(), getSelection()];
  if (!root || !selection || selection.isCollapsed || !selection.rangeCount || !selection.getRangeAt(0).intersectsNode(root)) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!root.contains(range.startContainer)) range.setStart(root, 0);
  if (!root.contains(range.endContainer)) range.setEnd(root, root.childNodes.length);
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(range.startContainer, range.startOffset);
  const text = root.textContent;
  let start = before.toString().length;
  let end = start + range.toString().length;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  if (isLow(text, start)) start--;
  if (isLow(text, end)) end++;
  return end > start ? { start: codePoints(text.slice(0, start)), end: codePoints(text.slice(0, end)), exact: text.slice(start, end) } : null;
}

// The bar keeps what was chosen: pressing its buttons may end the selection.
let [passage, isPressed] = [null, false];
function show() {
  const element = bar();
  if (!element || isPressed || element.contains(document.activeElement)) return;
  passage = chosen();
  element.hidden = passage === null;
  element.querySelector("[data-annotate-keys]").hidden = walk === null;
  place(element);
}

// Beside the words, where there is room below or above them; else, and on a phone, at the foot.
const isNarrow = matchMedia("(max-width: 64rem)");
function place(element) {
  element.style.removeProperty("top");
  element.style.removeProperty("bottom");
  if (element.hidden || isNarrow.matches || getSelection().rangeCount === 0) return;
  const [words, pane] = [getSelection().getRangeAt(0).getBoundingClientRect(), element.offsetParent.getBoundingClientRect()];
  const head = prose().closest("[data-report]").getBoundingClientRect().top - pane.top;
  const [below, above] = [words.bottom - pane.top + 8, words.top - pane.top - element.offsetHeight - 8];
  const top = below + element.offsetHeight < pane.height - 8 && below > head ? below : above > head ? above : null;
  if (top === null) return;
  element.style.setProperty("top", `${top}px`);
  element.style.setProperty("bottom", "auto");
}

// Sentences, as a list of places in the report's text; a block ends a sentence too.
function sentences() {
  const root = prose();
  const blocks = [...root.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6, td, th, pre")].filter(b => !b.querySelector("p, li, pre"));
  const segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter(undefined, { granularity: "sentence" }) : null;
  return blocks.flatMap(block => {
    const text = block.textContent;
    const parts = segmenter && !block.matches("h1, h2, h3, h4, h5, h6") ? [...segmenter.segment(text)] : [{ index: 0, segment: text }];
    return parts.filter(p => p.segment.trim()).map(p => ({ block, from: p.index, to: p.index + p.segment.trimEnd().length }));
  });
}
function point(block, offset) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), left = offset; node; node = walker.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return [block, block.childNodes.length];
}

let walk = null; // { list, first, last }
const hint = "Arrow keys choose a sentence, Shift with an arrow more of them, Enter or Tab goes to the marks, Escape ends.";
function begin() {
  const list = sentences();
  if (list.length === 0) return say("There is no text to annotate.");
  const region = prose().closest("[data-report]");
  const top = region.getBoundingClientRect().top;
  const at = Math.max(0, list.findIndex(s => s.block.getBoundingClientRect().bottom > top));
  walk = { list, first: at, last: at };
  region.focus({ preventScroll: true });
  select(hint + " ");
}
function select(lead = "") {
  const { list, first, last } = walk;
  const [from, to] = [list[Math.min(first, last)], list[Math.max(first, last)]];
  const [start, end] = [point(from.block, from.from), point(to.block, to.to)];
  getSelection().setBaseAndExtent(...start, ...end);
  list[last].block.scrollIntoView({ block: "nearest" });
  say(lead + getSelection().toString());
}
function end() {
  walk = null;
  getSelection().removeAllRanges();
  say("");
  document.querySelector("[data-annotate]")?.focus();
}
const say = words => { const said = document.querySelector("[data-annotate-said]"); if (said) said.textContent = words; };

document.addEventListener("selectionchange", show);
document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const inBar = bar()?.contains(event.target);
  if (inBar && event.key === "Escape") { bar().hidden = true; return end(); }
  if (inBar && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    const buttons = [...bar().querySelectorAll("button")];
    const step = event.key === "ArrowRight" ? 1 : -1;
    buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length]?.focus();
    return event.preventDefault();
  }
  if (!walk || !event.target.closest?.("[data-report]")) return;
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) {
    walk.last = Math.max(0, Math.min(walk.list.length - 1, walk.last + step));
    if (!event.shiftKey) walk.first = walk.last;
    select();
  } else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) bar()?.querySelector("button")?.focus();
  else if (event.key === "Escape") end();
  else return;
  event.preventDefault();
});
// While the mouse still chooses, the bar would be in its way.
document.addEventListener("pointerdown", event => {
  if (event.target.closest?.("[data-annotate-bar]")) return;
  walk = null;
  isPressed = event.pointerType === "mouse";
});
for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, () => { isPressed = false; setTimeout(show); });
document.addEventListener("scroll", () => { const element = bar(); if (element && !element.hidden) place(element); }, { capture: true, passive: true });
document.addEventListener("click", event => {
  if (event.target.closest?.("[data-annotate]")) return begin();
  const button = event.target.closest?.("[data-annotate-bar] button");
  if (!button || !passage) return;
  document.dispatchEvent(new CustomEvent("annotate", { detail: { ...passage, opinion: button.dataset.opinion || null } }));
  [passage, walk] = [null, null];
  getSelection().removeAllRanges();
  bar().hidden = true;
});

// Marks that came meanwhile: the report is asked for again, but never under somebody's selection.
let wanted = null;
document.addEventListener("passages", event => { wanted = event.detail.stamp; refresh(); });
document.addEventListener("selectionchange", () => setTimeout(refresh));
let isAsking = false;
async function refresh() {
  if (isAsking || wanted === null || prose()?.dataset.passages === wanted || chosen() || walk) return;
  isAsking = true;
  const asked = wanted;
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-report] .prose");
    if (fresh && !chosen() && !walk) prose()?.replaceWith(document.adoptNode(fresh));
  } catch { /* no connection: the next change asks again */ } finally { isAsking = false; }
  if (wanted !== asked) refresh();
}
