"use strict";
// Words: which texts hold them, and where.

// Letters without case and accents, marks without their curl; as long as the text, so that places stay the same.
function folded(text) {
  return text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize("NFD")[0])
    .replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
    .replace(/\S/g, (letter) => letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter);
}

// The words and the "quoted phrases" of a query, each as an expression that finds where a word begins with it.
function termsOf(query) {
  const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
  return [...folded(query).matchAll(/"([^"]+)"|[^\s"]+/g)].map((found) => {
    const term = (found[1] || found[0]).trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
    const begins = unspaced.test(term) || !/^[\p{L}\p{N}]/u.test(term) ? "" : "(?<![\\p{L}\\p{N}])";
    return new RegExp(begins + term.replace(/^\\-|^-/, "\\x2d"), "gu");
  });
}

function holdsAll(text, terms) {
  return terms.every((term) => text.search(term) >= 0);
}

// The text in pieces, [piece, whether it was looked for], in order.
function piecesOf(text, terms) {
  const plain = folded(text);
  const spans = terms.flatMap((term) => [...plain.matchAll(term)].map((found) => [found.index, found.index + found[0].length]));
  const pieces = [];
  let at = 0;
  for (const [start, end] of spans.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    if (end <= at) continue;
    if (start > at) pieces.push([text.slice(at, start), false]);
    pieces.push([text.slice(Math.max(start, at), end), true]);
    at = end;
  }
  return at < text.length ? [...pieces, [text.slice(at), false]] : pieces;
}
