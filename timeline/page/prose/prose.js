// Builds elements from plain data. Text only ever becomes text nodes; the tags are these, and no
// attribute that could load, link or run anything is ever set.
const TAGS = new Set([
  "div", "span", "p", "h1", "h2", "h3", "dl", "dt", "dd", "ul", "li", "q", "code", "mark", "button",
]);

function build(node, act) {
  if (typeof node === "string") return document.createTextNode(node);
  const element = document.createElement(TAGS.has(node.tag) ? node.tag : "span");
  if (node.cls) element.className = node.cls;
  if (node.hint) element.title = node.hint;
  if (node.here) element.dataset.here = "";
  if (node.tag === "button") element.type = "button";
  if (node.act) {
    const run = () => act(node.act);
    element.addEventListener("click", run);
    if (node.tag !== "button") {
      element.tabIndex = 0;
      element.setAttribute("role", "button");
      element.addEventListener("keydown", (press) => {
        if (press.key !== "Enter" && press.key !== " ") return;
        press.preventDefault();
        run();
      });
    }
  }
  for (const kid of node.kids ?? []) element.append(build(kid, act));
  return element;
}

const before = new WeakMap(); // what each mounted pane showed last, so that a rerun disturbs nothing

export default function ({ data, parentElement, setTriggerValue }) {
  const last = before.get(parentElement) ?? {};
  const shown = JSON.stringify([data.nodes, data.height, data.label]);
  let frame = last.frame;
  if (shown !== last.shown || !frame?.isConnected) {
    const fresh = document.createElement("div");
    fresh.className = data.height ? "frame scrolls" : "frame";
    if (data.height) {
      fresh.style.height = `${data.height}px`;
      fresh.tabIndex = 0;
      fresh.setAttribute("role", "region");
    }
    if (data.label) fresh.setAttribute("aria-label", data.label);
    const act = (value) => setTriggerValue("act", value);
    fresh.append(...data.nodes.map((node) => build(node, act)));
    const top = frame?.scrollTop ?? 0;
    if (frame?.isConnected) frame.replaceWith(fresh);
    else parentElement.append(fresh);
    frame = fresh;
    frame.scrollTop = top;
  }
  for (const [name, color] of Object.entries(data.colors)) {
    frame.style.setProperty(`--kind-${name}`, color);
  }
  if (data.height && data.stamp !== last.stamp) {
    const here = frame.querySelector("[data-here]");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || !last.stamp;
    const box = frame.getBoundingClientRect();
    const spot = here?.getBoundingClientRect();
    const top = spot ? frame.scrollTop + spot.top - box.top - frame.clientHeight / 3 : 0;
    frame.scrollTo({ top, behavior: calm ? "instant" : "smooth" });
    // The pane may be below the window's edge: bring the sentence's place into sight, no further.
    if (spot && last.stamp) {
      const deep = spot.top - box.top + frame.scrollTop - top;
      const line = box.top + Math.min(Math.max(deep, 0), frame.clientHeight) + 2 * spot.height;
      const low = Math.min(line, box.bottom) + 24 - innerHeight;
      const page = parentElement.host?.closest(".stMain") ?? document.scrollingElement;
      if (low > 0) page.scrollBy({ top: low, behavior: calm ? "instant" : "smooth" });
      else if (box.bottom < 160) page.scrollBy({ top: box.top - 24, behavior: "smooth" });
    }
  }
  before.set(parentElement, { shown, stamp: data.stamp, frame });
}
