// The launch form: the preview of the record, the last settings, and checking a file as soon as it is chosen.

const fields = form => [...new FormData(form)].filter(([name]) => name.startsWith("Question."));
const read = form => Object.fromEntries(fields(form).map(([name, value]) => [name.slice("Question.".length), value.trim()]));
const readable = (text, pattern) => pattern.test(text ?? "") ? text : null;

// As WrittenQuantity has them.
const doseForm = /^(?=.*[1-9])\d{1,6}([.,]\d{1,6})?\s*(pM|nM|uM|µM|μM|mM)$/;
const timeForm = /^(?=.*[1-9])\d{1,6}([.,]\d{1,6})?\s*(s|min|h|d|hours?|days?)$/;

// The shape that the server writes; it is only shown, the server builds its own from the fields.
function recordOf(typed) {
  const isGene = typed.Kind === "gene";
  const time = readable(typed.Time, timeForm);
  const perturbation = isGene
    ? { type: "genetic", gene_symbol: typed.Gene || null, gene_edit: typed.GeneEdit, time }
    : { type: "chemical", name: typed.Compound || null, dose: readable(typed.Dose, doseForm), time };
  const kept = Object.fromEntries(Object.entries(perturbation).filter(([, value]) => value !== null));
  return { context: typed.CellLine ? { cell_type: typed.CellLine } : {}, perturbations: [kept] };
}

function preview(form) {
  const target = document.getElementById(form.dataset.preview);
  if (target) target.textContent = JSON.stringify(recordOf(read(form)), null, 2);
}

// Nothing on the page moves under a button that is being pressed: its click would be lost.
let released = Promise.resolve();
document.addEventListener("pointerdown", () => {
  released = new Promise(resolve => {
    for (const kind of ["pointerup", "pointercancel"])
      document.addEventListener(kind, () => setTimeout(resolve), { once: true, capture: true });
  });
}, { capture: true });

// What a name means is said under its field, and what may be meant can be taken with one press.
const asked = new Map(); // by the id of the field
async function say(input) {
  const note = document.querySelector(`[data-meant="${CSS.escape(input.id)}"]`);
  if (!note) return;
  asked.get(input.id)?.abort();
  const asking = new AbortController();
  asked.set(input.id, asking);
  const text = input.value.trim();
  try {
    const answer = text === "" ? null
      : await fetch(`/api/names?kind=${note.dataset.kind}&q=${encodeURIComponent(text)}`, { signal: asking.signal });
    const meaning = answer?.status === 200 ? await answer.json() : null;
    await released;
    if (asking.signal.aborted) return;
    note.textContent = meaning?.sentence ?? "";
    note.classList.toggle("unknown", meaning !== null && !meaning.name);
    if (meaning?.nearest) note.append(" ", take(input, meaning.nearest));
  } catch { /* a newer question, or no connection: the server says it when the form is sent */ }
}
function take(input, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link";
  button.textContent = `Take ${name}`;
  button.addEventListener("click", () => {
    input.value = name;
    input.focus();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return button;
}
const pausing = new Map(); // by the id of the field: one that is left for the next one is still explained
document.addEventListener("input", event => {
  if (!event.target.matches?.("[data-suggest]")) return;
  clearTimeout(pausing.get(event.target.id));
  pausing.set(event.target.id, setTimeout(say, 400, event.target));
});
document.addEventListener("change", event => { if (event.target.matches?.("[data-suggest]")) say(event.target); });

const keyOf = form => `vcr-form-${form.dataset.remember}`;
function remember(form) {
  const { Report, ...kept } = read(form); // a report belongs to one question
  try { localStorage.setItem(keyOf(form), JSON.stringify(kept)); } catch { /* storage is off */ }
}
function recall(form) {
  if (!("pristine" in form.dataset)) return;
  delete form.dataset.pristine;
  let last;
  try { last = JSON.parse(localStorage.getItem(keyOf(form)) ?? "null"); } catch { return; }
  for (const [name, value] of Object.entries(last ?? {})) {
    const field = form.elements[`Question.${name}`];
    if (!field || ["Compound", "Gene", "Dose", "Time"].includes(name)) continue; // these belong to one question
    if (field.type === "checkbox") field.checked = true; // one that was not ticked was not sent
    else field.value = value;
  }
  if (last) {
    preview(form);
    form.querySelectorAll("[data-suggest]").forEach(say);
  }
}

// A quantity that cannot be read is said when its field is left.
const quantities = { "Question.Dose": [doseForm, "a dose. Write it like 5 µM."], "Question.Time": [timeForm, "a time. Write it like 24 h."] };
document.addEventListener("change", event => {
  const [form, words] = quantities[event.target.name] ?? [];
  if (!form) return;
  const said = event.target.parentElement.querySelector("[data-unread]") ?? document.createElement("p");
  [said.className, said.dataset.unread] = ["err", ""];
  said.setAttribute("role", "status");
  const text = event.target.value.trim();
  said.textContent = text === "" || form.test(text) ? "" : `“${text}” is not ${words}`;
  event.target.after(said);
});

const formOf = event => event.target.closest?.("form[data-remember]");
for (const kind of ["input", "change"])
  document.addEventListener(kind, event => { if (formOf(event)) preview(formOf(event)); });
document.addEventListener("submit", event => { if (formOf(event)) remember(formOf(event)); });
// A file that is too large is not sent at all: its megabytes would be read and thrown away.
function isTooLarge(input) {
  const [file, most] = [input.files[0], Number(input.dataset.most)];
  const isOver = most > 0 && file?.size > most;
  const megabytes = bytes => (bytes / 1048576).toFixed(bytes < 10485760 ? 1 : 0);
  document.getElementById("file-problem").textContent = isOver
    ? `${file.name} has ${megabytes(file.size)} MB, and ${megabytes(most)} MB is the most. Nothing was sent. `
      + "Split it, or choose another file." : "";
  if (isOver) input.value = "";
  return isOver;
}
function check(input) {
  if (input.files.length > 0 && !isTooLarge(input)) input.form.requestSubmit(input.form.querySelector("button[value=check]"));
}
document.addEventListener("change", event => { if (event.target.matches?.("input[data-check]")) check(event.target); });
document.querySelectorAll("input[data-check]").forEach(check); // chosen before this was loaded

const recallAll = () => document.querySelectorAll("form[data-remember]").forEach(recall);
new MutationObserver(recallAll).observe(document.body, { childList: true, subtree: true });
recallAll();
