// Tells a reader of a page without a circuit that there is something new: one small question in half a minute, answered "not modified" as long as there is not.

const tags = new WeakMap();
async function ask(note) {
  try {
    const known = tags.get(note);
    const answer = await fetch(note.dataset.news, { headers: known ? { "if-none-match": known } : {}, cache: "no-store" });
    if (answer.status !== 200 || !note.isConnected) return;
    tags.set(note, answer.headers.get("etag"));
    const { comments } = await answer.json();
    if (comments === 0) return;
    const link = document.createElement("a");
    link.href = note.dataset.here;
    link.textContent = "load";
    link.addEventListener("click", event => { event.preventDefault(); location.hash = "discussion"; location.reload(); });
    note.replaceChildren(`${comments} new, `, link);
    note.hidden = false;
  } catch { /* no connection: the next round asks again */ }
}

let left = 30;
setInterval(() => {
  if (--left > 0 || document.hidden) return;
  left = 30;
  document.querySelectorAll("[data-news]").forEach(ask);
}, 1000);
document.addEventListener("visibilitychange", () => { if (!document.hidden) left = Math.min(left, 1); });
