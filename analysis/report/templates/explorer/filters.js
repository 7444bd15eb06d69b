// A view is what the page's address holds: the filters that are set, and one selection. These functions say which
// paragraphs, by number, a view lets through.

const SELECTIONS = ["box", "lasso", "paragraph", "near"];
const NEAREST = 10;

function through(data, view) {
  const its = data.paragraphs;
  const words = termsOf(view.get("words") || "");
  const outlets = view.has("outlet") && new Set(view.getAll("outlet"));
  const voice = view.get("voice"), speaker = view.get("speaker"), topic = view.get("topic");
  const from = view.get("from"), to = view.get("to");
  const voiceAt = data.voices.indexOf(voice), speakerAt = data.speakers.indexOf(speaker);
  return its.id.map((_, number) => number).filter((number) => {
    const article = data.articles[its.article[number]];
    return (!outlets || outlets.has(data.outlets[article.outlet].name))
      && (!voice || its.voices[number].includes(voiceAt))
      && (!speaker || its.speakers[number].includes(speakerAt))
      && (!topic || its.topic[number] === Number(topic))
      && (!from || (article.date && article.date >= from))
      && (!to || (article.date && article.date <= to))
      && holdsAll(data.folded[number], words);
  });
}

// Those of the paragraphs that the selection holds; all of them when nothing is selected.
function selectedOf(data, view, numbers) {
  const its = data.paragraphs;
  const at = (key) => its.id.indexOf(view.get(key));
  if (view.has("paragraph")) return numbers.filter((number) => number === at("paragraph"));
  if (view.has("near")) return nearest(its, at("near"), numbers);
  if (view.has("box")) {
    const [left, right, bottom, top] = numbersOf(view.get("box"));
    return numbers.filter((number) => its.x[number] >= left && its.x[number] <= right
      && its.y[number] >= bottom && its.y[number] <= top);
  }
  if (view.has("lasso")) {
    const corners = cornersOf(view.get("lasso"));
    return numbers.filter((number) => isInside(its.x[number], its.y[number], corners));
  }
  return numbers;
}

// The closest first, the paragraph itself among them.
function nearest(its, middle, numbers) {
  if (middle < 0) return [];
  const far = (number) => Math.hypot(its.x[number] - its.x[middle], its.y[number] - its.y[middle]);
  return [...numbers].sort((one, other) => far(one) - far(other) || one - other).slice(0, NEAREST);
}

function numbersOf(text) {
  return text.split(",").map(Number);
}

// Whether an address gives an area: numbers only, in pairs.
function isArea(text) {
  const flat = numbersOf(text);
  return flat.length >= 4 && flat.length % 2 === 0 && flat.every(Number.isFinite);
}

// x, y, x, y ... as pairs.
function cornersOf(text) {
  const flat = numbersOf(text);
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
}

// A line from the point to the right crosses the outline an odd number of times.
function isInside(x, y, corners) {
  let inside = false;
  corners.forEach(([x1, y1], at) => {
    const [x2, y2] = corners[(at + 1) % corners.length];
    if ((y1 > y) !== (y2 > y) && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}
