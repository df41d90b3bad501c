// Files go up in pieces, each acknowledged once it is on the server's disk. Whatever breaks off, what was acknowledged is kept: the server
// says where the next piece begins, also of a file that is chosen again after the window was closed.

const waits = [1, 2, 4, 8, 15, 30]; // seconds before the next try; the last one again and again
const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000));
const megabytes = bytes => (bytes / 1048576).toFixed(bytes < 10485760 ? 1 : 0);

function rowOf(form, file) {
  const row = document.createElement("li");
  const [name, progress, words] = ["b", "progress", "small"].map(part => document.createElement(part));
  name.textContent = file.name;
  name.dir = "auto";
  Object.assign(progress, { max: Math.max(1, file.size), value: 0 });
  progress.setAttribute("aria-label", `${file.name}, sent`);
  words.textContent = "waits";
  row.append(name, progress, words);
  form.querySelector(".uploads").append(row);
  return { row, progress, words };
}

function end(form, { row, words }, isWhole, sentence) {
  row.className = isWhole ? "whole" : "err";
  words.textContent = sentence;
  form.querySelector("[data-upload-said]").textContent = sentence;
}

async function ask(form, file, at) {
  const body = new FormData();
  body.append("__RequestVerificationToken", form.querySelector("[name=__RequestVerificationToken]").value);
  body.append("piece", file.slice(at, at + Number(form.dataset.piece)), "piece");
  const address = new URL(form.dataset.upload, document.baseURI);
  for (const [name, value] of [["name", file.name], ["bytes", file.size], ["stamp", file.lastModified], ["at", at]]) address.searchParams.set(name, value);
  const answer = await fetch(address, { method: "POST", body });
  if (answer.ok) return answer.json();
  if (answer.status === 429 || answer.status >= 500) throw new Error(`${answer.status}`); // it goes on by itself
  return { refused: answer.status === 404 ? "You may not send files here any more. Sign in again." : await answer.text() };
}

async function send(form, file, shown) {
  const most = Number(form.dataset.most);
  if (file.size > most) return end(form, shown, false, `${file.name} has ${megabytes(file.size)} MB; at most ${megabytes(most)} MB are taken from a browser. Copy it into the folder for imports on the server.`);
  for (let [at, failures] = [0, 0]; ;) {
    let answer;
    try {
      answer = await ask(form, file, at);
    } catch {
      const seconds = waits[Math.min(failures++, waits.length - 1)];
      shown.words.textContent = `${megabytes(at)} of ${megabytes(file.size)} MB are kept. No answer; tried again in ${seconds} s.`;
      await pause(seconds);
      continue;
    }
    failures = 0;
    if (answer.refused) return end(form, shown, false, answer.refused);
    at = shown.progress.value = answer.bytes;
    if (answer.kind) return end(form, shown, true, `${file.name} is here: ${answer.kind}, ${megabytes(file.size)} MB. Import it below.`);
    shown.words.textContent = `${megabytes(at)} of ${megabytes(file.size)} MB`;
  }
}

// What lies ready is drawn anew; what is ticked there stays ticked.
async function showReady() {
  const there = new DOMParser().parseFromString(await (await fetch(location.href, { headers: { accept: "text/html" } })).text(), "text/html");
  const [fresh, shown] = [there.getElementById("ready"), document.getElementById("ready")];
  if (!fresh || !shown) return;
  const off = new Set([...shown.querySelectorAll("input[name=File]:not(:checked)")].map(box => box.value));
  fresh.querySelectorAll("input[name=File]").forEach(box => { box.checked = !off.has(box.value); });
  shown.replaceWith(document.adoptNode(fresh));
}

// One after the other: the server's disk and the line are the same for all.
let last = Promise.resolve();
document.addEventListener("change", event => {
  const form = event.target.closest?.("form[data-upload]");
  if (!form || event.target.type !== "file") return;
  for (const file of event.target.files) {
    const shown = rowOf(form, file);
    last = last.then(() => send(form, file, shown)).then(showReady);
  }
  event.target.value = ""; // the same file can be chosen again
});
