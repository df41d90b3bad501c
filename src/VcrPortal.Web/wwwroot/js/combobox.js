// The combobox pattern of the ARIA guide on plain text inputs: <input data-suggest="/api/compounds">. Without it they stay plain inputs.

const most = 8;
const pause = 120; // milliseconds of quiet before asking

class Combobox {
  #input; #list; #status; #asked; #timer; #at = -1; #isFirstWanted = false;

  constructor(input) {
    this.#input = input;
    this.#list = document.createElement("ul");
    this.#list.id = `${input.id}-options`;
    this.#list.className = "options";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() ?? "Suggestions");
    this.#list.hidden = true;
    this.#status = document.createElement("span");
    this.#status.className = "sr-only";
    this.#status.setAttribute("aria-live", "polite");
    this.attach();
    input.addEventListener("input", () => { this.#isFirstWanted = false; this.#ask(); });
    input.addEventListener("keydown", event => this.#key(event));
    input.addEventListener("blur", () => this.#close());
    this.#list.addEventListener("mousedown", event => event.preventDefault()); // keeps the focus in the input
    this.#list.addEventListener("click", event => this.#pick(event.target.closest("[role=option]")));
  }

  // Again after enhanced navigation, which takes away what the server did not draw.
  attach() {
    if (this.#list.isConnected) return;
    this.#input.after(this.#list, this.#status);
    for (const [name, value] of [["role", "combobox"], ["autocomplete", "off"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.#list.id]])
      this.#input.setAttribute(name, value);
  }

  get #options() { return [...this.#list.children]; }

  #ask() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    const text = this.#input.value.trim();
    if (text === "") return this.#close();
    this.#timer = setTimeout(() => this.#fetch(text), pause);
  }

  async #fetch(text) {
    this.#asked = new AbortController();
    try {
      const answer = await fetch(`${this.#input.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: this.#asked.signal, headers: { accept: "application/json" } });
      if (answer.ok) this.#show(await answer.json());
    } catch { /* a newer question, or no connection: the input still works */ }
  }

  #show(found) {
    if (document.activeElement !== this.#input) return;
    this.#list.replaceChildren(...found.slice(0, most).map((item, at) => this.#option(item, at)));
    const isOpen = this.#options.length > 0;
    this.#mark(isOpen && this.#isFirstWanted ? 0 : -1);
    this.#isFirstWanted = false;
    this.#list.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
    this.#status.textContent = isOpen ? `${this.#options.length} suggestions` : "No suggestion. What you typed is kept as it is.";
  }

  #option(item, at) {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.value = item.value ?? item.name;
    for (const [tag, text] of [["b", item.name], ["span", item.id], ["small", item.detail]]) {
      if (!text) continue;
      const part = document.createElement(tag);
      part.textContent = text;
      option.append(part, " ");
    }
    return option;
  }

  #key(event) {
    // Pressed before the answer is there: its first row is meant.
    if (event.key === "ArrowDown" && this.#list.hidden) { this.#isFirstWanted = true; this.#ask(); }
    else if (this.#list.hidden) return;
    else if (event.key === "ArrowDown") this.#mark((this.#at + 1) % this.#options.length);
    else if (event.key === "ArrowUp") this.#mark((this.#at <= 0 ? this.#options.length : this.#at) - 1);
    else if (event.key === "Enter" && this.#at >= 0) this.#pick(this.#options[this.#at]);
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
  }

  #mark(at) {
    this.#at = at;
    this.#options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at >= 0) this.#input.setAttribute("aria-activedescendant", this.#options[at].id);
    else this.#input.removeAttribute("aria-activedescendant");
    this.#options[at]?.scrollIntoView({ block: "nearest" });
  }

  #pick(option) {
    if (!option) return;
    this.#input.value = option.dataset.value;
    this.#input.dispatchEvent(new Event("change", { bubbles: true }));
    this.#close();
    // In a search to choose is to search; elsewhere a form has more fields.
    if (this.#input.form?.getAttribute("role") === "search") this.#input.form.requestSubmit();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#list.hidden = true;
    this.#isFirstWanted = false;
    this.#mark(-1);
    this.#input.setAttribute("aria-expanded", "false");
  }
}

const known = new WeakMap();
function refresh() {
  for (const input of document.querySelectorAll("input[data-suggest]")) {
    if (known.has(input)) known.get(input).attach();
    else known.set(input, new Combobox(input));
  }
}

new MutationObserver(refresh).observe(document.body, { childList: true, subtree: true });
refresh();
