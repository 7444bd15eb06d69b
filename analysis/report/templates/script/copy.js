// Copying references. Where the browser forbids it, the text is selected, so that one key copies it.
(function () {
  const told = document.getElementById("told");
  function select(box) {
    const range = document.createRange();
    range.selectNodeContents(box);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  // Seen on the button, and said to those who do not see it.
  function tell(button, text) {
    const label = button.firstChild, what = button.querySelector(".unseen").textContent.trim();
    label.textContent = text;
    told.textContent = `${text}: ${what}`;
    window.setTimeout(function () {
      label.textContent = "Copy";
      told.textContent = "";
    }, 2000);
  }
  function byHand(button, box) {
    select(box);
    tell(button, document.execCommand("copy") ? "Copied" : "Selected");
  }
  function copy(button, box) {
    if (!navigator.clipboard) return byHand(button, box);
    return navigator.clipboard.writeText(box.textContent).then(() => tell(button, "Copied"), () => byHand(button, box));
  }
  document.querySelectorAll("button.copy").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button, button.parentElement.querySelector("pre")); });
  });
})();
