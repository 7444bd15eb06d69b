// The page: controls, address, map and list say the same. The address is the one that counts; back and forward work.
(function () {
  const part = (id) => document.getElementById(id);
  const data = JSON.parse(part("data").textContent);
  data.folded = data.paragraphs.text.map(folded);
  data.middles = middlesOf(data);
  const form = part("filters"), box = part("map"), card = part("hover"), tools = part("tools");
  const outlets = [...form.querySelectorAll("[name=outlet]")];
  const canPoint = matchMedia("(pointer: fine)").matches;
  let view = new URLSearchParams(), listed = [], shown = [], most = PAGE_OF, waiting = 0;

  // The view that the controls show, with the selection of the view before.
  function viewOfControls() {
    const next = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name !== "outlet" && value.trim()) next.append(name, value.trim());
    }
    const ticked = outlets.filter((one) => one.checked);
    if (ticked.length < outlets.length) (ticked.length ? ticked : [{ value: "" }]).forEach((one) => next.append("outlet", one.value));
    SELECTIONS.filter((key) => view.has(key)).forEach((key) => next.set(key, view.get(key)));
    return next;
  }

  function setControls() {
    for (const field of form.elements) {
      if (!field.name || field.type === "fieldset") continue;
      if (field.name === "outlet") field.checked = !view.has("outlet") || view.getAll("outlet").includes(field.value);
      else if (field.type === "checkbox") field.checked = view.has(field.name);
      else field.value = view.get(field.name) || "";
    }
  }

  function addressOf(next) {
    return `#${next.toString().replace(/%2C/g, ",") || "all"}`;
  }

  function go(next, { replace = false } = {}) {
    view = next;
    const address = addressOf(view);
    if (address !== location.hash) {
      if (replace) location.replace(address);
      else location.hash = address;
    }
    show();
  }

  function select(key, value) {
    const next = viewOfControls();
    SELECTIONS.forEach((one) => next.delete(one));
    if (key) next.set(key, value);
    go(next);
  }

  function read() {
    view = new URLSearchParams(location.hash.slice(1));
    view.delete("all");
    ["box", "lasso"].filter((key) => view.has(key) && !isArea(view.get(key))).forEach((key) => view.delete(key));
    setControls();
    show();
  }

  function show() {
    shown = through(data, view);
    listed = selectedOf(data, view, shown);
    most = PAGE_OF;
    const total = data.paragraphs.id.length;
    part("count").textContent = `${grouped(listed.length)} of ${grouped(total)} ${total === 1 ? "paragraph" : "paragraphs"}${saidOfSelection()}`;
    part("copied").textContent = "";
    part("by-hand").hidden = true;
    part("clear-selection").hidden = !SELECTIONS.some((key) => view.has(key));
    card.hidden = true;
    part("set").textContent = settingsTold(form, view, { listed, most });
    draw();
    list();
  }

  function saidOfSelection() {
    if (view.has("box") || view.has("lasso")) return ", in the area that was marked";
    if (view.has("near")) return ", the nearest to the first of them";
    return view.has("paragraph") ? ", picked out on the map" : "";
  }

  function draw() {
    box.setAttribute("aria-label", mapTold(data, view, { shown, listed }));
    drawMap(box, data, view, { shown, listed, tool: tools.querySelector("[name=tool]:checked").value });
  }

  function list() {
    return drawList(part("list"), part("more"), data, { listed, terms: termsOf(view.get("words") || ""), most });
  }

  function place(event) {
    const around = box.getBoundingClientRect();
    const x = event.clientX - around.left, y = event.clientY - around.top;
    card.style.left = `${Math.max(0, x > around.width / 2 ? x - card.offsetWidth - 14 : x + 14)}px`;
    card.style.top = `${Math.max(0, y > around.height / 2 ? y - card.offsetHeight - 10 : y + 10)}px`;
  }

  function listenToTheMap() {
    const rounded = (value) => String(Number(value.toFixed(3)));
    box.on("plotly_selected", (marked) => {
      if (marked && marked.range) select("box", [...inOrder(marked.range.x), ...inOrder(marked.range.y)].map(rounded).join(","));
      else if (marked && marked.lassoPoints) {
        select("lasso", marked.lassoPoints.x.flatMap((x, at) => [x, marked.lassoPoints.y[at]]).map(rounded).join(","));
      }
    });
    box.on("plotly_hover", ({ points, event }) => {
      clearTimeout(waiting);
      fillHover(card, data, points[0].customdata);
      card.hidden = false;
      place(event);
    });
    box.on("plotly_unhover", hideSoon);
    box.on("plotly_click", ({ points }) => select("paragraph", data.paragraphs.id[points[0].customdata]));
  }

  function inOrder(pair) {
    return [...pair].sort((one, other) => one - other);
  }

  // Soon, not at once, so that the pointer can reach the card.
  function hideSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => { card.hidden = true; }, 200);
  }

  function listen() {
    form.addEventListener("input", (event) => {
      if (event.target.type !== "search") return;
      clearTimeout(form.waiting);
      form.waiting = setTimeout(() => go(viewOfControls(), { replace: true }), 150);
    });
    const changed = (event) => { if (event.target.type !== "search") go(viewOfControls()); };
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("change", (event) => { if (event.target.name === "zoom") changed(event); else draw(); });
    part("clear").addEventListener("click", () => { form.reset(); go(new URLSearchParams()); setControls(); });
    part("clear-selection").addEventListener("click", () => { select(); part("found").focus({ preventScroll: true }); });
    part("copy").addEventListener("click", copy);
    part("more").addEventListener("click", () => {
      most += PAGE_OF;
      part("set").textContent = settingsTold(form, view, { listed, most });
      list().focus();
    });
    part("list").addEventListener("click", ({ target }) => {
      const { paragraph, near } = target.dataset;
      if (!paragraph && !near) return;
      select(paragraph ? "paragraph" : "near", paragraph || near);
      part("found").focus({ preventScroll: true });
      document.querySelector(".side").scrollIntoView();
    });
    document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); part("found").focus(); });
    card.addEventListener("mouseenter", () => clearTimeout(waiting));
    card.addEventListener("mouseleave", hideSoon);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") card.hidden = true; });
    window.addEventListener("hashchange", () => { if (location.hash !== addressOf(view)) read(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    let width = box.clientWidth;
    new ResizeObserver(() => { if (box.clientWidth !== width) { width = box.clientWidth; draw(); } }).observe(box);
  }

  async function copy() {
    const link = location.href;
    try {
      await navigator.clipboard.writeText(link);
      part("copied").textContent = "Copied.";
    } catch {
      part("by-hand").hidden = false;
      part("link").value = link;
      part("link").select();
    }
  }

  part("explorer").hidden = false;
  tools.querySelector(`[value=${canPoint ? "select" : "point"}]`).checked = true;
  read();
  listenToTheMap();
  listen();
})();
