// The map: one mark for each paragraph that the filters let through; what is not selected is faint.

const MANY = 400;
const LINE = 15;
const ROOM = 15000; // square pixels for each name
const LONGEST_LABEL = 30;
const SHEET = 640; // pixels across, as wide as fits on paper

function ink(name) {
  return name.startsWith("--") ? getComputedStyle(document.documentElement).getPropertyValue(name).trim() : name;
}

function drawMap(box, data, view, { shown, listed, tool }) {
  const range = rangesOf(data.paragraphs, view.has("zoom") && listed.length ? listed : data.paragraphs.id.map((_, number) => number));
  const layout = {
    width: box.clientWidth, height: box.clientHeight, margin: { l: 0, r: 0, t: 0, b: 0 }, showlegend: false,
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", hovermode: "closest", hoverdistance: 12,
    dragmode: tool === "point" ? false : tool, clickmode: "event", selections: [],
    newselection: { line: { color: ink("--accent"), width: 1.5, dash: "solid" } },
    font: { family: getComputedStyle(box).fontFamily, size: 12, color: ink("--ink") },
    xaxis: { visible: false, fixedrange: true, range: range.x }, yaxis: { visible: false, fixedrange: true, range: range.y },
    shapes: outlineOf(view), annotations: labelsOf(data, shown, range, box),
  };
  box.style.setProperty("--paper-scale", Math.min(1, SHEET / box.clientWidth));
  const drawn = Plotly.react(box, tracesOf(data, view, shown, listed), layout, { displayModeBar: false, doubleClick: false });
  // The map's name says what it shows; the library's layers would only be heard as images without names.
  box.querySelector(".plot-container").setAttribute("aria-hidden", "true");
  return drawn;
}

function rangesOf(its, numbers) {
  const reach = (values, margin) => {
    const low = Math.min(...values), high = Math.max(...values);
    const room = (high - low || 1) * margin;
    return [low - room, high + room];
  };
  return { x: reach(numbers.map((number) => its.x[number]), 0.1), y: reach(numbers.map((number) => its.y[number]), 0.08) };
}

function tracesOf(data, view, shown, listed) {
  const its = data.paragraphs;
  const inside = new Set(listed);
  const isSelected = SELECTIONS.some((key) => view.has(key));
  return data.outlets.flatMap((outlet, place) => [false, true].map((inTopic) => {
    const own = shown.filter((number) => data.articles[its.article[number]].outlet === place && its.topic[number] >= 0 === inTopic);
    const edge = ink(outlet.edge);
    return {
      type: "scatter", mode: "markers", hoverinfo: "none", customdata: own,
      x: own.map((number) => its.x[number]), y: own.map((number) => its.y[number]),
      marker: {
        symbol: inTopic ? outlet.symbol : `${outlet.symbol}-open`, color: inTopic ? ink(outlet.fill) : edge,
        size: its.id.length > MANY ? 6 : 9, opacity: 0.85, line: { width: 1, color: edge },
      },
      selectedpoints: isSelected ? own.flatMap((number, at) => inside.has(number) ? [at] : []) : null,
      selected: { marker: { opacity: 0.9 } }, unselected: { marker: { opacity: 0.2 } },
    };
  }));
}

// What was marked, drawn again, so that an address shows it too.
function outlineOf(view) {
  const look = { xref: "x", yref: "y", line: { color: ink("--accent"), width: 1.5 }, fillcolor: "rgba(0,0,0,0)" };
  if (view.has("box")) {
    const [x0, x1, y0, y1] = numbersOf(view.get("box"));
    return [{ ...look, type: "rect", x0, x1, y0, y1 }];
  }
  if (view.has("lasso")) {
    const corners = cornersOf(view.get("lasso")).map((corner) => corner.join(","));
    return [{ ...look, type: "path", path: `M${corners.join("L")}Z` }];
  }
  return [];
}

// The names of the topics that are shown, the largest first; one that finds no room is left out.
function labelsOf(data, shown, range, box) {
  const across = box.clientWidth / (range.x[1] - range.x[0]), up = box.clientHeight / (range.y[1] - range.y[0]);
  const present = new Set(shown.map((number) => data.paragraphs.topic[number]));
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `600 12px ${getComputedStyle(box).fontFamily}`;
  const placed = [];
  for (const { label, x, y } of data.middles.filter(({ topic }) => present.has(topic))) {
    const text = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}\u2026` : label;
    const half = pen.measureText(text).width / 2 + 2;
    const left = (x - range.x[0]) * across;
    if (left < 0 || left > box.clientWidth) continue;
    const middle = Math.min(Math.max(left, half), box.clientWidth - half);
    const free = [0, 1, 2].map((lines) => (range.y[1] - y) * up - LINE * (1 + lines)).find((top) => top > LINE / 2
      && top < box.clientHeight
      && placed.every((other) => Math.abs(other.middle - middle) > other.half + half || Math.abs(other.top - top) >= LINE));
    if (free !== undefined && (placed.length + 1) * ROOM <= box.clientWidth * box.clientHeight) placed.push({ text, middle, half, top: free });
  }
  return placed.map(({ text, middle, top }) => ({
    text: `<b>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</b>`, showarrow: false, captureevents: false,
    xref: "paper", yref: "paper", x: middle / box.clientWidth, y: 1 - top / box.clientHeight,
    xanchor: "center", yanchor: "middle",
  }));
}

// Each topic with its middle: the median of x, and high in y, as in the report's figure. The largest come first.
function middlesOf(data) {
  const quantile = (values, share) => [...values].sort((one, other) => one - other)[Math.round(share * (values.length - 1))];
  const its = data.paragraphs;
  return data.topics.map(({ topic, label }) => {
    const own = its.id.flatMap((_, number) => its.topic[number] === topic ? [number] : []);
    const x = quantile(own.map((number) => its.x[number]), 0.5), y = quantile(own.map((number) => its.y[number]), 0.9);
    return { topic, label, x, y, size: own.length };
  }).filter(({ size }) => size).sort((one, other) => other.size - one.size);
}
