// Printing: what paper shows is opened, for browsers whose styles cannot do it, and closed again afterwards.
(function () {
  const SHOWN = "#topics .topic:not([open]), #provenance .facts:first-of-type:not([open])";
  let opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll(SHOWN));
    opened.forEach(function (box) { box.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (box) { box.open = false; });
    opened = [];
  });
})();
