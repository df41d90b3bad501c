// The drawing as a file, as it looks now: colours of the theme, the marked path, the verdicts. Loaded when somebody asks for a picture.

// A file has no style sheet: what the sheet says is written onto each element.
const looks = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "fill-opacity", "opacity", "paint-order", "text-decoration"];
const letters = ["font-family", "font-size", "font-weight", "font-style", "text-anchor", "letter-spacing"];
const mostPixels = 16_000_000; // more than this many make browsers give up on a canvas

function standalone(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true);
  const [from, to] = [[svg, ...svg.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    const name = element.localName;
    if ((style.display === "none" || style.visibility === "hidden") && name !== "title") { to[at].remove(); return; }
    if (["g", "a", "svg", "title"].includes(name)) { if (style.opacity !== "1") to[at].setAttribute("opacity", style.opacity); }
    else for (const look of name === "text" ? [...looks, ...letters] : looks) to[at].setAttribute(look, style.getPropertyValue(look));
    for (const attribute of [...to[at].attributes]) if (/^(class|style|tabindex|id|aria-current|data-.*)$/.test(attribute.name)) to[at].removeAttribute(attribute.name);
    if (name === "a") to[at].setAttribute("href", new URL(element.getAttribute("href"), document.baseURI).href);
  });
  const ground = document.createElementNS(svg.namespaceURI, "rect");
  ground.setAttribute("width", width);
  ground.setAttribute("height", height);
  ground.setAttribute("fill", getComputedStyle(svg.closest(".graph-frame")).backgroundColor);
  copy.prepend(ground);
  copy.setAttribute("xmlns", svg.namespaceURI);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

async function toPng({ text, width, height }) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  await image.decode();
  const scale = Math.min(2, Math.sqrt(mostPixels / (width * height)));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("no picture");
  return blob;
}

export async function save(svg, kind) {
  // With all its words, however small it stands on the screen.
  const { dataset } = svg.closest("[data-graph]");
  const shown = dataset.detail;
  dataset.detail = "full";
  const drawing = standalone(svg);
  dataset.detail = shown;
  const blob = kind === "png" ? await toPng(drawing) : new Blob([drawing.text], { type: "image/svg+xml" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${fileName()}.${kind}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const fileName = () => (document.title.split(" · ")[1] ?? document.title).replace(/[^\w@.-]+/g, "-") || "graph";
