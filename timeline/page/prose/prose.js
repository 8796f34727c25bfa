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

// How wide the page is, to the next of these steps down, so that a drag of the window's edge is
// a few reruns and not hundreds.
const STEPS = [280, 340, 480, 640, 820, 1000, 1200, 1450, 1700];

function measure(parentElement, tell, known) {
  const page = parentElement.host?.closest('[data-testid="stMainBlockContainer"]');
  if (!page) return () => {};
  let timer, told = known;
  const look = () => {
    const style = getComputedStyle(page);
    // Before the page's own style arrives, its margins are others and so is its width.
    if (!style.getPropertyValue("--styled")) return;
    const width = page.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const step = STEPS.filter((one) => one <= width).pop() ?? STEPS[0];
    if (step !== told) tell((told = step));
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(look, 150);
  });
  observer.observe(page);
  return () => (clearTimeout(timer), observer.disconnect());
}

export default function ({ data, parentElement, setTriggerValue, setStateValue }) {
  const last = before.get(parentElement) ?? {};
  const shown = JSON.stringify([data.nodes, data.height, data.label]);
  let frame = last.frame;
  if (shown !== last.shown || !frame?.isConnected) {
    const fresh = document.createElement("div");
    fresh.className = data.height ? "frame scrolls" : "frame";
    if (data.height) {
      fresh.style.maxHeight = `min(${data.height}px, 82vh)`;
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
    const spot = frame.querySelector("[data-here]")?.getBoundingClientRect();
    const box = frame.getBoundingClientRect();
    if (spot) frame.scrollTop += spot.top - box.top - frame.clientHeight / 3;
    else frame.scrollTop = 0;
    // The pane itself may be out of the window: bring the sentence into sight, but no further.
    if (last.stamp) frame.querySelector("[data-here]")?.scrollIntoView({ block: "nearest" });
  }
  before.set(parentElement, { shown, stamp: data.stamp, frame });
  if (data.measure) return measure(parentElement, (to) => setStateValue("width", to), data.measure);
}
