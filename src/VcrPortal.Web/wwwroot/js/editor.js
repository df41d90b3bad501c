// Keeps a graph that is being worked on in this tab, so that a lost circuit, a reload or a restart of the server takes nothing.
// Work on an earlier revision is forgotten when a later one is begun.

const prefix = "vcr-draft:";

export function keep(key, text) {
  try { sessionStorage.setItem(prefix + key, text); } catch { /* no room: the server's copy is left */ }
}

export function kept(key) {
  const trace = prefix + key.split("@")[0] + "@";
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(trace) && name !== prefix + key) sessionStorage.removeItem(name);
  return sessionStorage.getItem(prefix + key);
}
