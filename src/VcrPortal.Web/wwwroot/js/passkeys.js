// Passkeys: <form data-passkey="ADDRESS OF THE QUESTION">. The question is fetched, the browser asks its person, and the form is
// sent with the answer in its field "Credential". With data-passkey-waiting, passkeys are also offered in the page's name field.

const canAsk = typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
// The server keeps its question for five minutes.
const questionLasts = 4 * 60 * 1000;
let waiting = null;

async function question(form) {
  const answer = await fetch(form.dataset.passkey, { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error("No question.");
  return answer.json();
}

async function ask(form, options) {
  const asked = await question(form);
  if (asked.rp) return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked), ...options });
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked), ...options });
}

function send(form, credential) {
  for (const [name, value] of new FormData(document.getElementById(form.dataset.passkeyWith) ?? undefined)) {
    if (!form.elements[name]) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  form.elements.Credential.value = JSON.stringify(credential);
  form.submit();
}

function say(form, sentence) {
  const problem = form.querySelector("[data-passkey-problem]");
  problem.textContent = sentence;
  problem.hidden = !sentence;
}

const sentenceFor = error =>
  error.name === "NotAllowedError" ? "Nothing was chosen, or it took too long. Try again."
    : error.name === "InvalidStateError" ? "This device has a passkey for this account already."
      : error.name === "SecurityError" ? "Passkeys need a secure address: https, or localhost."
        : "The browser could not do this. Try again, or use another way.";

async function onSubmit(event) {
  const form = event.target.closest?.("form[data-passkey]");
  if (!form) return;
  event.preventDefault();
  event.stopPropagation();
  say(form, "");
  if (!canAsk) {
    say(form, "This browser has no passkeys, or this address is not secure (https).");
    return;
  }
  waiting?.abort();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    send(form, await ask(form, {}));
  } catch (error) {
    say(form, sentenceFor(error));
    button.disabled = false;
  }
}

// Offers the passkeys of this site in the name field: the browser shows them among what it fills in.
async function offer() {
  waiting?.abort();
  waiting = null;
  const form = document.querySelector("form[data-passkey-waiting]");
  if (!form || !canAsk || !await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
  const offered = waiting = new AbortController();
  const renew = setTimeout(offer, questionLasts);
  offered.signal.addEventListener("abort", () => clearTimeout(renew));
  try {
    send(form, await ask(form, { mediation: "conditional", signal: offered.signal }));
  } catch { /* nobody chose one, or the button was used instead */ }
}

document.addEventListener("submit", onSubmit, { capture: true });
// It may come before Blazor, with the page, or after it, with a part of a later one.
if (globalThis.Blazor) Blazor.addEventListener("enhancedload", offer);
else addEventListener("load", () => globalThis.Blazor?.addEventListener("enhancedload", offer));
offer();
