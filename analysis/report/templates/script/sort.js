// Sorting: a button in each heading; the third press gives the order in which the page came.
(function () {
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  // What a cell is sorted by: its key where it has one, otherwise its text without the note below it.
  function textOf(cell) {
    if (!cell) return "";
    if (cell.dataset.sort) return cell.dataset.sort;
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".note").forEach((note) => note.remove());
    return copy.textContent.trim().replace(/^–$/, "");
  }
  // The first number of a text; percent and percentage points are hundredths. NaN where there is none.
  function numberOf(text) {
    const found = /^(?:under |over |about )?([+\-\u2212]?[\d,]*\.?\d+)\s*(%|points?\b)?/.exec(text);
    return found ? Number(found[1].replace(/,/g, "").replace("\u2212", "-")) / (found[2] ? 100 : 1) : NaN;
  }
  // What is missing comes last in both orders.
  function compare(first, second, sign) {
    const missing = (key) => key === "" || Number.isNaN(key);
    if (missing(first) || missing(second)) return missing(first) - missing(second);
    return sign * (typeof first === "number" ? first - second : collator.compare(first, second));
  }
  function sorted(rows, heading, order) {
    const column = Array.prototype.indexOf.call(heading.parentElement.cells, heading);
    const isNumber = heading.classList.contains("number");
    const keyed = rows.map(function (row) {
      const text = textOf(row.cells[column]);
      return { row, key: isNumber ? numberOf(text) : text };
    });
    const sign = order === "ascending" ? 1 : -1;
    return keyed.sort((one, other) => compare(one.key, other.key, sign)).map((each) => each.row);
  }
  function press(table, heading, original) {
    const order = NEXT[heading.getAttribute("aria-sort") || "none"];
    table.querySelectorAll("th").forEach(function (other) { other.removeAttribute("aria-sort"); });
    if (order !== "none") heading.setAttribute("aria-sort", order);
    // What a row shares with the one above it is seen again once the rows are in another order.
    table.classList.toggle("sorted", order !== "none");
    table.tBodies[0].append(...(order === "none" ? original : sorted(original, heading, order)));
  }
  document.querySelectorAll(".table table").forEach(function (table) {
    const original = Array.from(table.tBodies[0].rows);
    if (original.length < 3) return;
    table.querySelectorAll("thead th").forEach(function (heading) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => press(table, heading, original));
      heading.append(button);
    });
  });
})();
