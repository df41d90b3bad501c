// Keeps a graph and a report that are being worked on in this tab, so that a lost circuit, a reload or a restart of the server takes
// nothing. Work on an earlier revision is forgotten when a later one is begun.

const prefix = "vcr-draft:";

export function keep(key, text, report) {
  try { sessionStorage.setItem(prefix + key, JSON.stringify({ text, report })); } catch { /* no room: the server's copy is left */ }
}

export function kept(key) {
  const trace = prefix + key.split("@")[0] + "@";
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(trace) && !name.startsWith(prefix + key)) sessionStorage.removeItem(name);
  keepReason(key);
  try { return JSON.parse(sessionStorage.getItem(prefix + key)); } catch { return null; }
}

// The reason belongs to a plain form beside the editor, and is kept as long as the work.
function keepReason(key) {
  const [field, name] = [document.getElementById("reason"), `${prefix}${key} reason`];
  if (!field) return;
  try {
    field.value ||= sessionStorage.getItem(name) ?? "";
    field.addEventListener("input", () => sessionStorage.setItem(name, field.value));
  } catch { /* storage is off */ }
}

export function forget(key) {
  sessionStorage.removeItem(prefix + key);
  sessionStorage.removeItem(`${prefix}${key} reason`);
}

// Everywhere on the page but in a field, whose own typing the browser takes back.
document.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.("input, textarea, select")) return;
  const key = event.key.toLowerCase();
  const act = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
  const button = act && document.querySelector(`[data-editor-do="${act}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// Milliseconds without a key, after which what was typed is looked at.
const rest = 300;

// A field tells of its change once its writer rests, as it does when they leave it.
export function watch(id) {
  let timer = 0;
  const field = document.getElementById(id);
  field?.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => field.dispatchEvent(new Event("change", { bubbles: true })), rest);
  });
}
