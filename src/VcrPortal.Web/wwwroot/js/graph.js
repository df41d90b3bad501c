// Keys and selection for claims that the server has drawn; without this module every link still works.
// One tab stop in the graph, arrows along the edges, Home and End, n and N for refuted claims, Enter for details, Esc back.

const claimsOf = svg => [...svg.querySelectorAll("a.claim")];
const numbered = (svg, numbers) => (numbers ?? "").split(" ").filter(Boolean).map(n => svg.querySelector(`a.claim[data-n="${n}"]`)).filter(Boolean);
const selectedId = () => {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
};

function keepOneTabStop(svg) {
  const claims = claimsOf(svg);
  const stop = claims.find(c => c === document.activeElement) ?? claims.find(c => c.getAttribute("tabindex") === "0") ?? claims.find(c => c.dataset.claim === selectedId()) ?? claims[0];
  for (const claim of claims) {
    const value = claim === stop ? "0" : "-1";
    if (claim.getAttribute("tabindex") !== value) claim.setAttribute("tabindex", value);
  }
}

function focusClaim(claim) {
  if (!claim) return;
  for (const other of claimsOf(claim.closest("svg"))) other.setAttribute("tabindex", other === claim ? "0" : "-1");
  claim.focus({ preventScroll: true });
  claim.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function beside(svg, claim, step) {
  const row = claimsOf(svg).filter(c => c.dataset.layer === claim.dataset.layer).sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x);
  return row[row.indexOf(claim) + step];
}

function nextRefuted(among, from, step) {
  const refuted = among.filter(c => c.dataset.mark === "Refuted");
  if (refuted.length === 0) return undefined;
  const order = among.indexOf(from);
  return step > 0
    ? refuted.find(c => among.indexOf(c) > order) ?? refuted[0]
    : refuted.findLast(c => among.indexOf(c) < order) ?? refuted.at(-1);
}

const isGiven = claim => claim.dataset.layer === "-1"; // the context: no edge leads to it, it stands above all

const moves = {
  ArrowDown: (svg, claim) => numbered(svg, claim.dataset.to)[0] ?? (isGiven(claim) ? claimsOf(svg)[1] : undefined),
  ArrowUp: (svg, claim) => numbered(svg, claim.dataset.from)[0] ?? claimsOf(svg).find(isGiven),
  ArrowLeft: (svg, claim) => beside(svg, claim, -1),
  ArrowRight: (svg, claim) => beside(svg, claim, 1),
  Home: svg => claimsOf(svg)[0],
  End: svg => claimsOf(svg).at(-1),
  n: (svg, claim) => nextRefuted(claimsOf(svg), claim, 1),
  N: (svg, claim) => nextRefuted(claimsOf(svg), claim, -1),
};

function onKey(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const claim = event.target.closest?.("a.claim");
  const card = event.target.closest?.(".details-card");
  if (claim && moves[event.key]) {
    event.preventDefault();
    focusClaim(moves[event.key](claim.closest("svg"), claim));
  } else if (card && event.key === "Escape") {
    const back = visibleClaims().find(c => c.dataset.claim === card.id);
    if (back?.matches("a.claim")) focusClaim(back); else (back?.querySelector("a") ?? back)?.focus();
  }
}

const visibleClaims = () => [...document.querySelectorAll("[data-claim]")].filter(c => c.getClientRects().length > 0);

// Marks the chosen claim in every view, the edges that touch it, and its details (which :target does where there is no script).
function showSelection() {
  const id = selectedId();
  const numbers = new Set();
  for (const element of document.querySelectorAll("[data-claim]")) {
    const isChosen = id !== "" && element.dataset.claim === id;
    if (isChosen && element.dataset.n) numbers.add(element.dataset.n);
    if (isChosen) element.setAttribute("aria-current", "true"); else element.removeAttribute("aria-current");
  }
  for (const edge of document.querySelectorAll("g.edge[data-from]"))
    edge.classList.toggle("hot", numbers.has(edge.dataset.from) || numbers.has(edge.dataset.to));
  for (const details of document.querySelectorAll(".details")) {
    const card = [...details.querySelectorAll(".details-card")].find(c => c.id === id);
    details.toggleAttribute("data-chosen", card !== undefined);
    for (const other of details.querySelectorAll(".details-card")) other.classList.toggle("is-chosen", other === card);
  }
}

// Beside the graph the details need no jump; below it they do.
const detailsStandBeside = matchMedia("(min-width: 64.01rem)");
function choose(id) {
  if (!detailsStandBeside.matches) {
    location.hash = encodeURIComponent(id);
  } else if (id !== selectedId()) {
    history.pushState(history.state, "", `${location.pathname}${location.search}#${encodeURIComponent(id)}`);
    showSelection();
  }
}

function onClick(event) {
  if (event.defaultPrevented || event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const view = event.target.closest?.("a[data-view]");
  if (view) view.hash = location.hash;
  if (event.target.closest?.("[data-next-refuted]")) goToNextRefuted();
  const link = event.target.closest?.("a[href]");
  const claim = link?.closest("[data-claim]");
  const card = claim && document.querySelector(".details") && document.getElementById(claim.dataset.claim);
  if (!card) return;
  event.preventDefault();
  choose(claim.dataset.claim);
  // By keyboard the reader goes on in the details (Esc leads back), by mouse in the graph.
  const next = event.detail === 0 || !detailsStandBeside.matches ? card : link;
  next.focus({ preventScroll: detailsStandBeside.matches });
}

function goToNextRefuted() {
  const among = visibleClaims();
  const next = nextRefuted(among, among.find(c => c.dataset.claim === selectedId()), 1);
  if (!next) return;
  choose(next.dataset.claim);
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (next.matches("a.claim")) focusClaim(next);
}

let isWaiting = false;
function refresh() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    document.querySelectorAll("svg.graph").forEach(keepOneTabStop);
    showSelection();
  });
}

document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
addEventListener("hashchange", refresh);
new MutationObserver(refresh).observe(document.body, { childList: true, subtree: true });
// Enhanced navigation takes away the attributes that the server did not write.
addEventListener("load", () => globalThis.Blazor?.addEventListener("enhancedload", refresh));
refresh();
