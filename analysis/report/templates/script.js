"use strict";
// The page reads without this. It opens what a link points into, copies references, searches the paragraphs, sorts
// tables, and opens all but the lesser paragraphs before printing.
(function () {
  function openAround(element) {
    for (let box = element; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
    }
  }
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    openAround(target);
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not(.others, .cite)").forEach(function (box) { box.open = true; });
  });

  // Copying. Where the browser forbids it, the text is selected, so that one key copies it.
  function select(box) {
    const range = document.createRange();
    range.selectNodeContents(box);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  function copy(button, box) {
    function tell(text) {
      button.firstChild.textContent = text;
      window.setTimeout(function () { button.firstChild.textContent = "Copy"; }, 2000);
    }
    const whole = box.textContent;
    if (!navigator.clipboard) {
      select(box);
      tell(document.execCommand("copy") ? "Copied" : "Selected");
      return;
    }
    navigator.clipboard.writeText(whole).then(function () { tell("Copied"); }, function () {
      select(box);
      tell(document.execCommand("copy") ? "Copied" : "Selected");
    });
  }
  document.querySelectorAll("button.copy").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button, button.parentElement.querySelector("pre")); });
  });

  // Searching: words in any order, small and capital letters alike, accents left out.
  const search = document.getElementById("search-form");
  const marks = /[\u0300-\u036f]/g;
  function folded(text) { return text.normalize("NFKD").replace(marks, "").toLowerCase(); }
  function result(passage, words) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = "#" + passage.element.id;
    link.textContent = passage.source;
    const line = document.createElement("p");
    excerpt(line, passage.text, words);
    item.append(line, link);
    return item;
  }
  function excerpt(line, text, words) {
    const plain = text.toLowerCase();
    const places = words.map(function (word) { return plain.indexOf(word); }).filter(function (at) { return at >= 0; });
    const start = Math.max(0, (places.length ? Math.min.apply(null, places) : 0) - 80);
    const shown = text.slice(start, start + 240);
    line.append(start ? "… " : "");
    const parts = words.map(function (word) { return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); });
    shown.split(new RegExp("(" + parts.join("|") + ")", "i")).forEach(function (part, number) {
      const box = number % 2 ? document.createElement("mark") : document.createElement("span");
      box.textContent = part;
      line.append(box);
    });
    line.append(start + 240 < text.length ? " …" : "");
  }
  if (search) {
    const passages = Array.from(document.querySelectorAll("#topics .passage[id]"), function (element) {
      const text = element.querySelector("p").textContent;
      return { element: element, text: text, source: element.querySelector("footer").textContent.trim(), folded: folded(text) };
    });
    const field = search.querySelector("input");
    const count = search.querySelector(".count");
    const list = search.querySelector(".results");
    const most = 40;
    const find = function () {
      const words = folded(field.value).split(/\s+/).filter(Boolean);
      const found = words.length ? passages.filter(function (passage) {
        return words.every(function (word) { return passage.folded.includes(word); });
      }) : [];
      list.replaceChildren.apply(list, found.slice(0, most).map(function (passage) { return result(passage, words); }));
      count.textContent = !words.length ? "" : found.length + " of " + passages.length + " paragraphs" +
        (found.length > most ? ", the first " + most + " shown" : "");
    };
    field.addEventListener("input", find);
    search.addEventListener("submit", function (event) { event.preventDefault(); });
    search.hidden = false;
    find();
  }

  // Sorting: a button in each heading; the third press gives the order in which the page came.
  function value(row, column) {
    const cell = row.cells[column];
    const text = (cell ? cell.textContent : "").trim();
    const number = parseFloat(text.replace(/[,\s%]/g, "").replace("\u2212", "-").replace(/^under/, ""));
    return { text: folded(text), number: number };
  }
  function compare(first, second, sign) {
    const missing = isNaN(first.number) - isNaN(second.number);
    if (missing) return missing;
    if (!isNaN(first.number)) return sign * (first.number - second.number);
    return sign * (first.text < second.text ? -1 : first.text > second.text ? 1 : 0);
  }
  function sort(table, heading, original) {
    const order = { none: "ascending", ascending: "descending", descending: "none" }[heading.getAttribute("aria-sort") || "none"];
    table.querySelectorAll("th").forEach(function (other) { other.removeAttribute("aria-sort"); });
    const column = Array.prototype.indexOf.call(heading.parentElement.cells, heading);
    let rows = original.slice();
    if (order !== "none") {
      heading.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const keyed = rows.map(function (row) { return { row: row, key: value(row, column) }; });
      keyed.sort(function (one, other) { return compare(one.key, other.key, sign); });
      rows = keyed.map(function (each) { return each.row; });
    }
    // What a row shares with the one above it is seen again once the rows are in another order.
    table.classList.toggle("sorted", order !== "none");
    table.tBodies[0].append.apply(table.tBodies[0], rows);
  }
  document.querySelectorAll(".table table").forEach(function (table) {
    const original = Array.from(table.tBodies[0].rows);
    if (original.length < 3) return;
    table.querySelectorAll("thead th").forEach(function (heading) {
      const button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(heading.childNodes));
      button.addEventListener("click", function () { sort(table, heading, original); });
      heading.append(button);
    });
  });

  reveal();
})();
