// What is shown, in words: for those who do not see the map, and for paper, which has no controls.

function mapTold(data, view, { shown, listed }) {
  const total = data.paragraphs.id.length;
  const picked = SELECTIONS.some((key) => view.has(key)) ? `, ${grouped(listed.length)} picked out` : "";
  return `The topic map: ${grouped(shown.length)} of ${grouped(total)} paragraphs shown${picked}. `
    + "Every paragraph on it stands in the list.";
}

function settingsTold(form, view, { listed, most }) {
  const left = listed.length > most ? ` The first ${most} of ${grouped(listed.length)} paragraphs are printed.` : "";
  const set = filtersTold(form, view);
  return `${set.length ? `Filters: ${set.join("; ")}.` : "No filter is set."}${left}`;
}

// Each filter that is set, by the words of its control.
function filtersTold(form, view) {
  const outlets = view.getAll("outlet").filter(Boolean);
  const told = view.has("outlet") ? [outlets.length ? `only ${outlets.join(", ")}` : "no outlet"] : [];
  for (const name of ["topic", "voice", "speaker"]) {
    if (view.has(name)) told.push(`${name}: ${chosen(form.elements[name], view.get(name))}`);
  }
  if (view.has("words")) told.push(`words: ${view.get("words")}`);
  for (const name of ["from", "to"]) {
    if (view.has(name)) told.push(`${name} ${view.get(name)}`);
  }
  return told;
}

// A choice as its list names it, without the number behind it.
function chosen(list, value) {
  const option = [...list.options].find((one) => one.value === value);
  return option ? option.textContent.replace(/ \([\d,]+\)$/, "") : value;
}
