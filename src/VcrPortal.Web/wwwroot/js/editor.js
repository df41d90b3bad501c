// Keeps a graph and a report that are being worked on in this tab, so that a lost circuit, a reload or a restart of the server takes
// nothing. Work on an earlier revision is forgotten when a later one is begun.

const prefix = "vcr-draft:";

export function keep(key, text, report) {
  try { sessionStorage.setItem(prefix + key, JSON.stringify({ text, report })); } catch { /* no room: the server's copy is left */ }
}

export function kept(key) {
  const trace = prefix + key.split("@")[0] + "@";
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(trace) && name !== prefix + key) sessionStorage.removeItem(name);
  try { return JSON.parse(sessionStorage.getItem(prefix + key)); } catch { return null; }
}

export function forget(key) {
  sessionStorage.removeItem(prefix + key);
}

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
