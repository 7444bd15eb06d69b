"use strict";
// The page reads without this. It opens what a link points into, and all but the lesser paragraphs
// before printing.
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
    document.querySelectorAll("details:not(.others)").forEach(function (box) { box.open = true; });
  });
  reveal();
})();
