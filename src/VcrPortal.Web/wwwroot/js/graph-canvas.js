// Zoom, pan, fit, minimap and full screen for a graph that the server has drawn. Without this module the drawing stands 1:1 in a frame that
// scrolls. The frame scrolls natively (touch, wheel and keys cost nothing); zooming scales the whole drawing, so no claim is laid out again.
// Buttons say what they do by data-graph-do, inside of the [data-graph] that they act on, or of the [data-graph-scope] around it. Keys in the graph: + - 0 f m F w l.

const least = 0.1, most = 3, dotsBelow = 0.5, shortBelow = 0.74;
const settle = 180; // ms without a change of size until the drawing is made sharp again
const canvases = new WeakMap();
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

function canvasOf(root) {
  const svg = root.querySelector("svg.graph");
  const known = canvases.get(root);
  if (!svg || known?.svg === svg) return svg ? known : undefined;
  const [frame, sheet, scaled] = [".graph-frame", ".graph-sheet", ".graph-scale"].map(part => root.querySelector(part));
  const canvas = { root, svg, frame, sheet, scaled, scale: known?.scale ?? 0, timer: 0 };
  canvases.set(root, canvas);
  if (!known) {
    listen(canvas);
    // One that stands behind a tab opens when it is first seen.
    new ResizeObserver(refresh).observe(canvas.frame);
  }
  return canvas;
}

// What belongs to the drawing, its buttons among it: all of this fills the screen.
const scopeOf = ({ root }) => root.closest("[data-graph-scope]") ?? root;

const sizeOf = ({ svg }) => ({ width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height });

// Writes nothing that stands there already: this is also what notices a graph that has grown.
function draw(canvas) {
  const { root, sheet, scaled, scale } = canvas;
  const { width, height } = sizeOf(canvas);
  const put = (element, name, value) => { if (element.style[name] !== value) element.style[name] = value; };
  put(sheet, "width", `${width * scale}px`);
  put(sheet, "height", `${height * scale}px`);
  put(scaled, "transform", scale === 1 ? "" : `scale(${scale})`); // not the drawing itself, which would be laid out anew
  const detail = scale < dotsBelow ? "dots" : scale < shortBelow ? "short" : "full";
  // While two fingers or a wheel are at it only the size changes: what cards show is changed once, when they rest.
  if (root.dataset.detail !== detail && !root.hasAttribute("data-moving")) root.dataset.detail = detail;
  const shown = scopeOf(canvas).querySelector(".graph-zoom");
  const words = `${Math.round(scale * 100)} %`;
  // The letters of the text, not a new text: that would have the sheet's :has() looked for all over the page.
  if (shown?.firstChild && shown.firstChild.data !== words) shown.firstChild.data = words;
}

function fit(canvas, lowest = least) {
  const { frame } = canvas;
  const { width, height } = sizeOf(canvas);
  const { paddingTop, paddingBottom } = getComputedStyle(frame);
  const room = frame.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  zoom(canvas, clamp(Math.min(frame.clientWidth / width, room / height, 1), lowest, 1));
}

// The point under the pointer, or the middle of the frame, stays where it is.
function zoom(canvas, scale, at, isGesture = false) {
  const { frame, svg, root } = canvas;
  const to = clamp(scale, least, most);
  const box = frame.getBoundingClientRect();
  const point = at ?? { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const was = svg.getBoundingClientRect();
  const [x, y] = [(point.x - was.x) / canvas.scale, (point.y - was.y) / canvas.scale];
  canvas.scale = to;
  clearTimeout(canvas.timer);
  root.toggleAttribute("data-moving", isGesture);
  if (isGesture) canvas.timer = setTimeout(() => { root.removeAttribute("data-moving"); draw(canvas); }, settle);
  draw(canvas);
  const is = svg.getBoundingClientRect();
  frame.scrollBy({ left: is.x + x * to - point.x, top: is.y + y * to - point.y, behavior: "instant" });
  drawMap(canvas);
}

function reveal(canvas, element) {
  if (!element) return;
  const [box, seen] = [element.getBoundingClientRect(), canvas.frame.getBoundingClientRect()];
  const by = (low, high, from, to) => low < from ? low - from - 24 : high > to ? high - to + 24 : 0;
  canvas.frame.scrollBy(by(box.left, box.right, seen.left, seen.right), by(box.top, box.bottom, seen.top, seen.bottom));
}

const chosenIn = canvas => canvas.svg.querySelector("[aria-current]");

// ---- the minimap: one path for each kind of verdict, and the part that is seen
function drawMap(canvas) {
  const map = canvas.root.querySelector(".graph-map");
  if (!map || map.hidden || canvas.scale === 0) return;
  const { width, height } = sizeOf(canvas);
  const svg = map.firstElementChild ?? map.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "svg"));
  const claims = [...canvas.svg.querySelectorAll("a.claim")];
  const key = `${width} ${height} ${claims.map(c => c.dataset.mark).join()}`;
  if (canvas.map !== key) {
    canvas.map = key;
    canvas.places = claims.map(placeOf);
    canvas.words = [...canvas.svg.querySelectorAll(".zone-word")].map(word => wordPlace(canvas, word));
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const kinds = Map.groupBy(canvas.places, place => place.mark);
    svg.replaceChildren(...[...kinds].map(([mark, these]) => {
      const path = document.createElementNS(svg.namespaceURI, "path");
      path.setAttribute("class", `v-${mark.toLowerCase()}`);
      path.setAttribute("d", these.map(p => `M${p.x} ${p.y}h${p.width}v${p.height}h-${p.width}z`).join(""));
      return path;
    }), document.createElementNS(svg.namespaceURI, "rect"));
  }
  const seen = svg.lastElementChild;
  const { frame, scale } = canvas;
  const offset = canvas.sheet.offsetLeft;
  const put = (name, value) => seen.setAttribute(name, Math.max(0, value).toFixed(0));
  put("x", (frame.scrollLeft - offset) / scale);
  put("y", frame.scrollTop / scale);
  put("width", Math.min(width, frame.clientWidth / scale));
  put("height", Math.min(height, frame.clientHeight / scale));
  // Where all is seen there is nothing to find the way in.
  map.toggleAttribute("data-idle", isWhole(canvas));
  clearTimeout(canvas.mapTimer);
  canvas.mapTimer = setTimeout(() => moveMapAside(canvas, map), canvas.mapIsPlaced ? settle : 0);
}

const isWhole = ({ frame }) => frame.scrollWidth <= frame.clientWidth + 1 && frame.scrollHeight <= frame.clientHeight + 1;

// A band's word stands upright beside it.
function wordPlace({ svg, scale }, word) {
  const [box, drawn] = [word.getBoundingClientRect(), svg.getBoundingClientRect()];
  return { x: (box.x - drawn.x) / scale, y: (box.y - drawn.y) / scale, width: box.width / scale, height: box.height / scale };
}

function placeOf(claim) {
  const box = claim.querySelector(".box");
  const { e: x, f: y } = claim.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
  return { x, y, width: box.width.baseVal.value, height: box.height.baseVal.value, mark: claim.dataset.mark };
}

// Once the view stands still the map goes to the corner under which the least is drawn; where all are as good it stays.
const corners = ["bottom right", "bottom left", "top right", "top left"];
function moveMapAside(canvas, map) {
  canvas.mapIsPlaced = true;
  const [frame, drawn, { width, height }] = [canvas.frame, canvas.svg, map].map(element => element.getBoundingClientRect());
  if (width === 0) return;
  const covered = corner => {
    const left = ((corner.endsWith("left") ? frame.left : frame.right - width - 20) - drawn.left) / canvas.scale;
    const top = ((corner.startsWith("top") ? frame.top : frame.bottom - height - 20) - drawn.top) / canvas.scale;
    const [right, bottom] = [left + (width + 20) / canvas.scale, top + (height + 20) / canvas.scale];
    return [...canvas.places, ...canvas.words].filter(p => p.x < right && p.x + p.width > left && p.y < bottom && p.y + p.height > top).length;
  };
  const now = map.dataset.corner ?? corners[0];
  const best = [now, ...corners].map(corner => ({ corner, count: covered(corner) })).reduce((a, b) => b.count < a.count ? b : a);
  if (map.dataset.corner === best.corner) return;
  map.style.setProperty("--map-top", `${canvas.frame.offsetTop + 10}px`); // below a bar that stands in the same box
  map.dataset.corner = best.corner;
}

function goByMap(canvas, event) {
  const map = canvas.root.querySelector(".graph-map svg");
  const box = map.getBoundingClientRect();
  const { width, height } = sizeOf(canvas);
  canvas.frame.scrollTo({
    left: (event.clientX - box.x) / box.width * width * canvas.scale - canvas.frame.clientWidth / 2,
    top: (event.clientY - box.y) / box.height * height * canvas.scale - canvas.frame.clientHeight / 2, behavior: "instant" });
}

// ---- what the buttons and keys do
const pictures = canvas => import(new URL(canvas.root.dataset.picture, document.baseURI).href);
const acts = {
  in: canvas => zoom(canvas, canvas.scale * 1.25),
  out: canvas => zoom(canvas, canvas.scale / 1.25),
  one: canvas => zoom(canvas, 1),
  fit: canvas => fit(canvas),
  map: canvas => {
    const map = canvas.root.querySelector(".graph-map");
    map.hidden = !map.hidden;
    press(canvas, "map", !map.hidden);
    drawMap(canvas);
    if (!map.hidden && isWhole(canvas)) say(canvas, "All of the graph is in view. The map comes when it is not.");
  },
  full: canvas => document.fullscreenElement ? document.exitFullscreen() : scopeOf(canvas).requestFullscreen?.(),
  weakest: canvas => {
    const weakest = canvas.svg.querySelector("[data-weakest]");
    if (!weakest) return;
    weakest.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
    reveal(canvas, weakest);
  },
  link: async canvas => {
    const name = chosenIn(canvas)?.dataset.name;
    try {
      await navigator.clipboard.writeText(location.href);
      say(canvas, name ? `Copied: link to ${name}.` : "Copied: link to this page.");
    } catch {
      say(canvas, "The browser did not let the link be copied. It stands in the address bar.");
    }
  },
  svg: canvas => pictures(canvas).then(m => m.save(canvas.svg, "svg")),
  png: canvas => pictures(canvas).then(m => m.save(canvas.svg, "png")).catch(() => say(canvas, "The picture is too large for a PNG. Take the SVG.")),
};
const keys = { "+": "in", "=": "in", "-": "out", 0: "one", f: "fit", m: "map", F: "full", w: "weakest", l: "link" };

function press(canvas, what, isOn) {
  scopeOf(canvas).querySelectorAll(`[data-graph-do="${what}"]`).forEach(button => button.setAttribute("aria-pressed", isOn));
}
function say({ root }, words) {
  const said = root.querySelector(".graph-said");
  if (!said) return;
  said.textContent = words;
  setTimeout(() => { if (said.textContent === words) said.textContent = ""; }, 4000);
}

function listen(canvas) {
  const { root, frame } = canvas;
  const scope = scopeOf(canvas);
  const now = () => canvasOf(root) ?? canvas; // the drawing may have been replaced
  scope.addEventListener("click", event => {
    const button = event.target.closest("[data-graph-do]");
    if (!button) return;
    button.closest("details")?.removeAttribute("open");
    acts[button.dataset.graphDo]?.(now());
  });
  root.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, textarea, summary") || !keys[event.key]) return;
    event.preventDefault();
    acts[keys[event.key]](now());
  });
  scope.addEventListener("fullscreenchange", () => press(canvas, "full", document.fullscreenElement === scope));
  root.addEventListener("claim-selected", () => {
    // Chosen elsewhere, by a chip, the outline or whom one follows: it comes into view. What is chosen in the drawing is there already.
    if (!frame.contains(document.activeElement) && now().scale > 0) reveal(now(), chosenIn(now()));
    drawMap(now());
  });
  byWheel(frame, now);
  byDrag(frame, now);
  byTouch(frame, now);
  let isWaiting = false;
  const onView = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; drawMap(now()); });
  };
  frame.addEventListener("scroll", onView, { passive: true });
  new ResizeObserver(onView).observe(frame);
  const map = root.querySelector(".graph-map");
  map?.addEventListener("pointerdown", event => { map.setPointerCapture(event.pointerId); goByMap(now(), event); });
  map?.addEventListener("pointermove", event => { if (event.buttons === 1) goByMap(now(), event); });
}

// Many turns within one frame are one change of size.
function byWheel(frame, now) {
  let [turned, at] = [0, null];
  frame.addEventListener("wheel", event => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (at === null) requestAnimationFrame(() => {
      const [by, point] = [turned, at];
      [turned, at] = [0, null];
      zoom(now(), now().scale * Math.exp(-clamp(by, -240, 240) / 400), point, true);
    });
    turned += event.deltaY * (event.deltaMode === 1 ? 30 : 1);
    at = { x: event.clientX, y: event.clientY };
  }, { passive: false });
}

// A mouse drags the sheet, also where it begins on a claim; a drag is no click.
function byDrag(frame, now) {
  let from = null;
  let hasMoved = false;
  frame.addEventListener("pointerdown", event => {
    hasMoved = false;
    if (event.button === 0 && event.pointerType === "mouse") from = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop };
  });
  frame.addEventListener("pointermove", event => {
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!hasMoved && Math.hypot(x, y) < 5) return;
    if (!hasMoved) {
      hasMoved = true;
      frame.setPointerCapture(event.pointerId);
      now().root.toggleAttribute("data-dragged", true);
    }
    frame.scrollTo({ left: from.left - x, top: from.top - y, behavior: "instant" });
  });
  const end = () => { from = null; now().root.removeAttribute("data-dragged"); };
  frame.addEventListener("pointerup", end);
  frame.addEventListener("pointercancel", end);
  frame.addEventListener("click", event => { if (hasMoved) { event.preventDefault(); event.stopPropagation(); hasMoved = false; } }, { capture: true });
  frame.addEventListener("dragstart", event => event.preventDefault());
}

// One finger scrolls as everywhere; two zoom the drawing and not the page.
function byTouch(frame, now) {
  let start = null;
  const span = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  frame.addEventListener("touchstart", event => { start = event.touches.length === 2 ? { span: span(event.touches), scale: now().scale } : null; }, { passive: true });
  frame.addEventListener("touchmove", event => {
    if (!start || event.touches.length !== 2) return;
    event.preventDefault();
    const [a, b] = event.touches;
    zoom(now(), start.scale * span(event.touches) / start.span, { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 }, true);
  }, { passive: false });
}

// The first view: as wide as the frame, but never too small to read short names; what the address names is in view.
function open(canvas) {
  const { root, frame } = canvas;
  if (frame.clientWidth === 0) return;
  const isNew = canvas.scale === 0;
  if (isNew) {
    canvas.scale = clamp(frame.clientWidth / sizeOf(canvas).width, dotsBelow, 1);
    root.toggleAttribute("data-ready", true);
  }
  draw(canvas);
  if (isNew) {
    frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
    reveal(canvas, chosenIn(canvas));
  }
  drawMap(canvas);
}

let isWaiting = false;
function refresh() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    for (const root of document.querySelectorAll("[data-graph]")) {
      const canvas = canvasOf(root);
      if (canvas) open(canvas);
    }
  });
}
new MutationObserver(refresh).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["viewBox"] });
addEventListener("resize", refresh);
addEventListener("load", () => globalThis.Blazor?.addEventListener("enhancedload", refresh));
refresh();
