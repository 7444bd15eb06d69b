// Searching the paragraphs of the topics, by the same rules as the explorer.
(function () {
  const BEFORE = 80;
  const LONG = 240;
  const MOST = 40;
  const form = document.getElementById("search-form");
  if (!form) return;
  const field = form.querySelector("input"), count = form.querySelector(".count"), list = form.querySelector(".results");
  const passages = Array.from(document.querySelectorAll("#topics .passage[id]"), function (element) {
    const text = element.querySelector("p").textContent;
    return { id: element.id, text, folded: folded(text), source: element.querySelector("footer").textContent.trim() };
  });

  // A stretch of whole words around the first that was looked for.
  function stretch(passage, terms) {
    const text = passage.text;
    const first = Math.min(...terms.map((term) => passage.folded.search(term)));
    const before = text.indexOf(" ", first - BEFORE);
    const start = first <= BEFORE ? 0 : before >= 0 && before < first ? before + 1 : first - BEFORE;
    const after = text.lastIndexOf(" ", start + LONG);
    return [start, text.length <= start + LONG ? text.length : after > first ? after : start + LONG];
  }
  function excerpt(passage, terms) {
    const [start, end] = stretch(passage, terms);
    const line = document.createElement("p");
    const pieces = piecesOf(passage.text.slice(start, end), terms).map(function ([piece, isFound]) {
      if (!isFound) return piece;
      const mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
    line.append(start ? "… " : "", ...pieces, end < passage.text.length ? " …" : "");
    return line;
  }
  function result(passage, terms) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = `#${encodeURIComponent(passage.id)}`;
    link.textContent = passage.source;
    item.append(excerpt(passage, terms), link);
    return item;
  }
  function find() {
    const terms = termsOf(field.value);
    const found = terms.length ? passages.filter((passage) => holdsAll(passage.folded, terms)) : [];
    list.replaceChildren(...found.slice(0, MOST).map((passage) => result(passage, terms)));
    const cut = found.length > MOST ? `, the first ${MOST} shown` : "";
    count.textContent = terms.length ? `${found.length} of ${passages.length} paragraphs${cut}` : "";
  }
  field.addEventListener("input", find);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  find();
})();
