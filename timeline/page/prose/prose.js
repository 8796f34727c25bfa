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
    // A click that ends in marked words was no click.
    const run = () => (chosen(element) ? undefined : act(node.act));
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

// What the reader has marked, as a range; null if that is nothing.
function chosen(element) {
  const root = element.getRootNode();
  const selection = document.getSelection();
  if (!selection) return null;
  let range;
  if (selection.getComposedRanges && root instanceof ShadowRoot) {
    const found = selection.getComposedRanges({ shadowRoots: [root] })[0];
    if (!found || !root.contains(found.startContainer) || !root.contains(found.endContainer)) return null;
    range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
  } else {
    const own = root.getSelection?.() ?? selection;
    range = own.rangeCount ? own.getRangeAt(0) : null;
  }
  return range && !range.collapsed ? range : null;
}

// Where a range begins and ends in an element, in characters as Python counts them; without the
// space around the words. Null if it leaves the element.
function place(range, element) {
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const ahead = document.createRange();
  ahead.setStart(element, 0);
  ahead.setEnd(range.startContainer, range.startOffset);
  const words = range.toString(), inner = words.trim();
  const start = [...ahead.toString()].length + [...words.slice(0, words.indexOf(inner))].length;
  return inner ? { start, end: start + [...inner].length } : null;
}

// A button below marked words that adds them as an event.
function offerMarks(frame, tell) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "offer";
  button.textContent = "Add as event";
  button.hidden = true;
  frame.append(button);
  let timer, held = false, found = null;
  const look = () => {
    const range = held ? null : chosen(frame);
    found = range && place(range, frame.firstElementChild);
    button.hidden = !found;
    if (!found) return;
    const last = [...range.getClientRects()].pop() ?? range.getBoundingClientRect();
    const box = frame.getBoundingClientRect();
    const left = last.right - box.left - button.offsetWidth / 2;
    const most = frame.clientWidth - button.offsetWidth - 8;
    button.style.left = `${Math.max(8, Math.min(left, most))}px`;
    button.style.top = `${last.bottom - box.top + frame.scrollTop + 6}px`;
  };
  const soon = () => (clearTimeout(timer), (timer = setTimeout(look, 200)));
  const press = () => (held = true);
  const release = () => ((held = false), soon());
  const ends = ["pointerup", "pointercancel"];
  document.addEventListener("selectionchange", soon);
  frame.addEventListener("pointerdown", press);
  ends.forEach((end) => document.addEventListener(end, release));
  button.addEventListener("pointerdown", (event) => (event.preventDefault(), event.stopPropagation()));
  button.addEventListener("click", () => {
    if (found) tell(found);
    document.getSelection()?.removeAllRanges();
    button.hidden = true;
  });
  return () => {
    clearTimeout(timer);
    button.remove();
    document.removeEventListener("selectionchange", soon);
    frame.removeEventListener("pointerdown", press);
    ends.forEach((end) => document.removeEventListener(end, release));
  };
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
  let { stop } = last;
  if (data.marks && frame !== last.frame) {
    stop?.();
    stop = offerMarks(frame, (words) => setTriggerValue("marked", words));
  }
  before.set(parentElement, { shown, stamp: data.stamp, frame, stop });
  if (data.measure) return measure(parentElement, (to) => setStateValue("width", to), data.measure);
}
