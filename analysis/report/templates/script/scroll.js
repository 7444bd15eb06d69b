// Tables, drawings and references take the focus, so that the keyboard can scroll them: only those that scroll keep it.
(function () {
  function scrolls(box) {
    return box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  }
  const watch = new ResizeObserver(function (entries) {
    entries.map((entry) => entry.target).filter((box) => box.clientWidth).forEach(function (box) {
      if (scrolls(box)) box.setAttribute("tabindex", "0");
      else if (box !== document.activeElement) box.removeAttribute("tabindex");
    });
  });
  document.querySelectorAll("[tabindex='0']").forEach((box) => watch.observe(box));
})();
