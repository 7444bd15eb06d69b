// The page reads without its scripts. This part follows links: it opens what a link points into and moves the focus there.
(function () {
  // Whether anything had to be opened for it to be seen.
  function openAround(element) {
    let opened = false;
    for (let box = element; box; box = box.parentElement) {
      if (box.tagName !== "DETAILS" || box.open) continue;
      box.open = true;
      opened = true;
    }
    return opened;
  }
  // A reader who listens or uses the keyboard goes on from the target. What only lent itself as one gives that up again.
  function focus(target) {
    if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) {
      target.setAttribute("tabindex", "-1");
      target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
    }
    target.focus({ preventScroll: true });
  }
  function named(hash) {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  }
  // The browser has scrolled to what was open already.
  function reveal() {
    const target = named(location.hash);
    if (!target) return;
    if (openAround(target)) target.scrollIntoView();
    focus(target);
  }
  window.addEventListener("hashchange", reveal);
  // The same link once more changes no address.
  document.addEventListener("click", function (event) {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });

  // On a narrow window the contents would hide the findings.
  const contents = document.querySelector(".contents details");
  const narrow = window.matchMedia("(max-width: 48rem)");
  function fold() { contents.open = !narrow.matches; }
  narrow.addEventListener("change", fold);
  fold();
  reveal();
})();
