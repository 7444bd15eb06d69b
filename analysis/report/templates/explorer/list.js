// The list: the same paragraphs as text. Everything that comes from an article is set as text, never as markup.

const PAGE_OF = 20;
const OPENING = 200;

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
}

function grouped(number) {
  return number.toLocaleString("en-GB");
}

function outletMark(data, place) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#mark-${place}`);
  drawing.setAttribute("class", "mark");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return element("span", { class: "outlet" }, drawing, data.outlets[place].name);
}

// Who publishes it, who speaks in it, when, and under which headline.
function aboutOf(data, number) {
  const its = data.paragraphs, article = data.articles[its.article[number]];
  const speaker = data.speakers[its.speaker[number]];
  const speaking = speaker && speaker !== data.outlets[article.outlet].name ? `, ${speaker} speaking` : "";
  const title = article.headline ? `\u201c${article.headline}\u201d` : article.name;
  return [outletMark(data, article.outlet), `${speaking}, ${article.day}. ${title}`];
}

function topicOf(data, number) {
  const found = data.topics.find(({ topic }) => topic === data.paragraphs.topic[number]);
  return found ? found.label : "no topic";
}

function itemOf(data, number, terms) {
  const its = data.paragraphs, article = data.articles[its.article[number]], id = its.id[number];
  const text = piecesOf(its.text[number], terms).map(([piece, isFound]) => isFound ? element("mark", { class: "differing" }, piece) : piece);
  const place = `, characters ${grouped(its.start[number])}\u2013${grouped(its.end[number])} of ${article.source}`;
  const does = [
    element("button", { type: "button", "data-paragraph": id, "aria-label": `Show on the map: ${id}` }, "Show on the map"),
    element("button", { type: "button", "data-near": id, "aria-label": `The nearest: ${id}` }, "The nearest"),
  ];
  if (its.anchor[number]) {
    does.unshift(element("a", { href: `index.html#${encodeURIComponent(its.anchor[number])}`, "aria-label": `In the report: ${id}` }, "In the report"));
  }
  return element("li", { tabindex: "-1", "data-id": id },
    element("p", { class: "quote" }, ...text),
    element("p", {}, ...aboutOf(data, number), place),
    element("p", {}, `Topic: ${topicOf(data, number)}`),
    element("p", { class: "does" }, ...does));
}

// The first so many of the paragraphs; gives back the element of the first that was not there before.
function drawList(list, more, data, { listed, terms, most }) {
  const start = most > PAGE_OF ? list.children.length : 0;
  if (!start) list.replaceChildren();
  list.append(...listed.slice(start, most).map((number) => itemOf(data, number, terms)));
  const left = listed.length - most;
  more.hidden = left <= 0;
  more.textContent = `Show ${Math.min(left, PAGE_OF)} more of ${grouped(left)}`;
  return list.children[start];
}

// What a reader sees who points at a mark.
function fillHover(card, data, number) {
  const text = data.paragraphs.text[number];
  const opening = text.length > OPENING ? `${text.slice(0, OPENING).replace(/\s+\S*$/, "")}\u2026` : text;
  card.replaceChildren(
    element("p", { class: "quote" }, opening),
    element("p", { class: "about" }, ...aboutOf(data, number)),
    element("p", { class: "about" }, `Topic: ${topicOf(data, number)}`));
}
