// Keys and selection for claims and links that the server has drawn; without this module every link still works.
// One tab stop in the graph; arrows along the links, Home and End, n and N for refuted claims, Enter for details, Esc back; Tab goes from
// a claim to the links that leave it.
//
// Contract. What is chosen is the address's fragment and nothing else: #n5 a claim, #e:n2>n5 a link. Whoever changes it (a link, pushState
// and a hashchange event) chooses. Each [data-graph] then sends "claim-selected", which bubbles: detail { kind: "claim" | "link" | "none",
// id, source, target }. [data-claim] and [data-edge] anywhere on the page get aria-current. All ways through what is chosen, from the
// perturbation to the ends, are marked data-path in the graph; an event "graph-path" on the document with detail { to } (an id, or null)
// marks the ways to that claim instead.

const claimsOf = svg => [...svg.querySelectorAll("a.claim")];
const numbered = (svg, numbers) => (numbers ?? "").split(" ").filter(Boolean).map(n => svg.querySelector(`a.claim[data-n="${n}"]`)).filter(Boolean);
const selectedId = () => {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
};

const edgesOf = svg => [...svg.querySelectorAll("a.edge")];

function keepOneTabStop(svg) {
  const claims = claimsOf(svg);
  setTabStop(svg, claims.find(c => c === document.activeElement) ?? claims.find(c => c.getAttribute("tabindex") === "0") ?? claims.find(c => c.dataset.claim === selectedId()) ?? claims[0]);
}

// The claim, and the links that leave it.
function setTabStop(svg, stop) {
  const put = (element, isStop) => {
    const value = isStop ? "0" : "-1";
    if (element.getAttribute("tabindex") !== value) element.setAttribute("tabindex", value);
  };
  for (const claim of claimsOf(svg)) put(claim, claim === stop);
  for (const edge of edgesOf(svg)) put(edge, edge === document.activeElement || (stop !== undefined && edge.dataset.from === stop.dataset.n));
}

function focusClaim(claim) {
  if (!claim) return;
  if (claim.matches("a.claim")) setTabStop(claim.closest("svg"), claim);
  claim.focus({ preventScroll: true });
  claim.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const edgeMoves = {
  ArrowDown: (svg, edge) => numbered(svg, edge.dataset.to)[0],
  ArrowUp: (svg, edge) => numbered(svg, edge.dataset.from)[0],
  ArrowLeft: (svg, edge) => sibling(svg, edge, -1),
  ArrowRight: (svg, edge) => sibling(svg, edge, 1),
};
function sibling(svg, edge, step) {
  const beside = edgesOf(svg).filter(e => e.dataset.from === edge.dataset.from);
  return beside[beside.indexOf(edge) + step];
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
  const edge = event.target.closest?.("a.edge");
  const card = event.target.closest?.(".details-card");
  if (edge && edgeMoves[event.key]) {
    event.preventDefault();
    focusClaim(edgeMoves[event.key](edge.closest("svg"), edge));
  } else if (claim && moves[event.key]) {
    event.preventDefault();
    focusClaim(moves[event.key](claim.closest("svg"), claim));
  } else if (card && event.key === "Escape") {
    const back = visibleClaims().find(c => c.dataset.claim === card.id) ?? [...document.querySelectorAll("a.edge")].find(e => e.dataset.edge === card.id);
    if (back?.matches("a.claim, a.edge")) focusClaim(back); else (back?.querySelector("a") ?? back)?.focus();
  }
}

const visibleClaims = () => [...document.querySelectorAll("[data-claim]")].filter(c => c.getClientRects().length > 0);

// A card of a folded graph stands for several claims.
const holds = (card, id) => card.dataset.holds?.split(" ").some(held => decodeURIComponent(held) === id) ?? false;

// Marks the chosen claim or link in every view, the ways through it, and its details (which :target does where there is no script).
let announced = null;
function showSelection() {
  const id = selectedId();
  const mark = (element, isChosen) => isChosen ? element.setAttribute("aria-current", "true") : element.removeAttribute("aria-current");
  for (const element of document.querySelectorAll("[data-claim]")) mark(element, id !== "" && (element.dataset.claim === id || holds(element, id)));
  for (const element of document.querySelectorAll("[data-edge]")) mark(element, id !== "" && element.dataset.edge === id);
  document.querySelectorAll("svg.graph").forEach(svg => showPath(svg, id));
  for (const details of document.querySelectorAll(".details")) {
    const card = [...details.querySelectorAll(".details-card")].find(c => c.id === id);
    details.toggleAttribute("data-chosen", card !== undefined);
    for (const other of details.querySelectorAll(".details-card")) other.classList.toggle("is-chosen", other === card);
  }
  if (announced === id) return;
  const isFirst = announced === null;
  announced = id;
  if (isFirst && id === "") return;
  for (const graph of document.querySelectorAll("[data-graph]")) graph.dispatchEvent(new CustomEvent("claim-selected", { bubbles: true, detail: chosenIn(graph, id) }));
}

function chosenIn(graph, id) {
  const edge = edgesOf(graph).find(e => e.dataset.edge === id);
  const claim = claimsOf(graph).find(c => c.dataset.claim === id);
  const idOf = number => numbered(graph, number)[0]?.dataset.claim;
  return edge ? { kind: "link", id, source: idOf(edge.dataset.from), target: idOf(edge.dataset.to) } : { kind: claim ? "claim" : "none", id };
}

let pathTo = null;
function showPath(svg, id) {
  const edges = edgesOf(svg);
  const chosen = edges.find(e => e.dataset.edge === id);
  const start = claimsOf(svg).find(c => c.dataset.claim === (pathTo ?? id) || holds(c, pathTo ?? id));
  const through = chosen && pathTo === null ? [chosen.dataset.from, chosen.dataset.to] : start ? [start.dataset.n, start.dataset.n] : null;
  const reach = (from, near, far) => {
    const seen = new Set(from);
    for (const at of seen) for (const edge of edges) if (edge.dataset[near] === at) seen.add(edge.dataset[far]);
    return seen;
  };
  const above = through ? reach([through[0]], "to", "from") : new Set();
  const below = through && pathTo === null ? reach([through[1]], "from", "to") : new Set();
  for (const edge of edges) {
    const { from, to } = edge.dataset;
    edge.toggleAttribute("data-path", edge === chosen || (above.has(from) && above.has(to)) || (below.has(from) && below.has(to)));
  }
  for (const claim of claimsOf(svg)) claim.toggleAttribute("data-path", above.has(claim.dataset.n) || below.has(claim.dataset.n));
}

// Beside the graph the details need no jump; below it they do.
const detailsStandBeside = matchMedia("(min-width: 64.01rem)");
function choose(id) {
  if (!detailsStandBeside.matches && document.getElementById(id)?.closest(".details")) {
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
  const edge = link?.closest("a.edge");
  const unfold = claim?.dataset.holds && document.querySelector(`[data-fold="${CSS.escape(claim.dataset.category)}"]`);
  if (unfold) {
    event.preventDefault();
    unfold.click();
    return;
  }
  const id = edge?.dataset.edge ?? claim?.dataset.claim;
  const card = id && document.querySelector(".details") && document.getElementById(id);
  if (!card) {
    const inGraph = edge ?? (claim?.closest("[data-graph]") ? claim : null);
    if (!inGraph) return;
    event.preventDefault();
    choose(id);
    inGraph.focus({ preventScroll: true });
    return;
  }
  event.preventDefault();
  choose(id);
  // By keyboard the reader goes on in the details (Esc leads back), by mouse in the graph.
  // A link keeps the keyboard: its name has said its verdict, and the arrows lead on from it.
  const next = (event.detail === 0 && !edge) || !detailsStandBeside.matches ? card : link;
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

document.addEventListener("graph-path", event => {
  pathTo = event.detail?.to ?? null;
  showSelection();
});
document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
addEventListener("hashchange", refresh);
new MutationObserver(refresh).observe(document.body, { childList: true, subtree: true });
// Enhanced navigation takes away the attributes that the server did not write.
addEventListener("load", () => globalThis.Blazor?.addEventListener("enhancedload", refresh));
refresh();
