// The proof: a claim in the text and its note light up together, a call opens its note, paper shows the fingerprint.

function note(number) {
  return document.querySelector(`[data-note="${CSS.escape(number)}"]`);
}

function light(numbers, on) {
  for (const number of numbers) {
    note(number)?.classList.toggle("is-lit", on);
    for (const mark of document.querySelectorAll(`[data-notes~="${CSS.escape(number)}"]`)) mark.classList.toggle("is-lit", on);
  }
}

for (const mark of document.querySelectorAll("[data-notes]")) {
  const numbers = mark.dataset.notes.trim().split(/\s+/);
  mark.addEventListener("pointerenter", () => light(numbers, true));
  mark.addEventListener("pointerleave", () => light(numbers, false));
}

for (const item of document.querySelectorAll("[data-note]")) {
  const numbers = [item.dataset.note];
  item.addEventListener("pointerenter", () => light(numbers, true));
  item.addEventListener("pointerleave", () => light(numbers, false));
}

function openTarget() {
  const target = document.getElementById(window.location.hash.slice(1));
  if (target?.matches("details")) target.open = true;
}
window.addEventListener("hashchange", openTarget);
openTarget();

const folded = [];
window.addEventListener("beforeprint", () => {
  for (const item of document.querySelectorAll(".fingerprint:not([open])")) {
    item.open = true;
    folded.push(item);
  }
});
window.addEventListener("afterprint", () => {
  for (const item of folded.splice(0)) item.open = false;
});
