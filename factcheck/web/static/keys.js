// The keyboard. Elements say by themselves which key they answer to (data-key, data-key-go, data-rows);
// without this script every one of them is an ordinary link, button or field.

const SWITCH = "factcheck.keys";
const PREFIX_MS = 1200;

document.documentElement.classList.add("has-script");

const dialog = document.getElementById("keys");
let goUntil = 0;

function isTyping(target) {
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input") && !target.matches("[type=radio], [type=checkbox], [type=submit], [type=button]");
}

function storage() {
  try { return window.localStorage; } catch { return null; }
}

function keysAreOn() {
  return storage()?.getItem(SWITCH) !== "off";
}

function openDialog() {
  if (dialog && !dialog.open) dialog.showModal();
}

// --- Rows: the articles, the claims of the queue, the evidence of a claim.

function rows() {
  const list = document.querySelector("[data-rows]");
  return list ? [...list.querySelectorAll(":scope > [data-row]")] : [];
}

function currentRow() {
  return document.querySelector(".row-current");
}

function mark(row, focus = true) {
  currentRow()?.classList.remove("row-current");
  row.classList.add("row-current");
  row.scrollIntoView({ block: "nearest" });
  const target = row.matches("[tabindex]") ? row : row.querySelector("a");
  if (focus) target?.focus({ preventScroll: true });
}

function step(by) {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(currentRow());
  mark(all[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by, 0), all.length - 1)]);
  return true;
}

function openRow() {
  const link = currentRow()?.querySelector("a[href]");
  if (!link || currentRow().matches(".evidence")) return false;
  link.click();
  return true;
}

// --- Decision form.

function toggleEvidence() {
  const row = currentRow()?.matches(".evidence") ? currentRow() : document.querySelector(".evidence");
  const box = row?.querySelector("[data-use]");
  if (!box) return false;
  if (row !== currentRow()) mark(row, false);
  box.click();
  return true;
}

function submitDecision() {
  const form = document.getElementById("decision");
  if (!form) return false;
  form.requestSubmit(form.querySelector("button[value=next]"));
  return true;
}

function press(key) {
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target || target.disabled) return false;
  if (isTyping(target)) {
    target.focus();
    target.select?.();
  } else if (target.matches("[type=radio]")) {
    target.checked = true;
    target.focus();
    target.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    target.click();
  }
  return true;
}

function go(key) {
  const target = document.querySelector(`[data-key-go="${CSS.escape(key)}"]`);
  target?.click();
  return Boolean(target);
}

function act(key, target) {
  if (Date.now() < goUntil) {
    goUntil = 0;
    if (go(key)) return true;
  }
  switch (key) {
    case "?": openDialog(); return true;
    case "g": goUntil = Date.now() + PREFIX_MS; return true;
    case "j": return step(1);
    case "k": return step(-1);
    case "o": return openRow();
    case "e": return toggleEvidence();
    case "Enter":
      // A link or button with the focus does what it says.
      if (target.closest("a, button, summary")) return false;
      return openRow() || submitDecision();
    default: return press(key);
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || dialog?.open) return;
  const { target, key } = event;
  if (!(target instanceof Element)) return;
  if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
    if (submitDecision()) event.preventDefault();
    return;
  }
  if (key === "Escape" && isTyping(target)) {
    target.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target) || !keysAreOn()) return;
  if (key.length > 1 && key !== "Enter") return;
  if (act(key, target)) event.preventDefault();
});

document.addEventListener("focusin", ({ target }) => {
  const row = target.closest?.("[data-rows] > [data-row]");
  if (row && row !== currentRow()) {
    currentRow()?.classList.remove("row-current");
    row.classList.add("row-current");
  }
});

for (const opener of document.querySelectorAll("[data-opens=keys]")) {
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    openDialog();
  });
}

const toggle = document.getElementById("keys-on");
if (toggle) {
  toggle.checked = keysAreOn();
  toggle.addEventListener("change", () => storage()?.setItem(SWITCH, toggle.checked ? "on" : "off"));
}

// A form that takes a while says so, and is sent once.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    const button = form.querySelector("button.primary");
    button.setAttribute("aria-busy", "true");
    button.textContent = form.dataset.busy;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && form.dataset.sent) window.location.reload();
  });
}

// A decision that was recorded leaves no draft behind (claim.js).
try {
  const sent = window.sessionStorage.getItem("factcheck.sent");
  if (sent && !document.getElementById("faults")) window.sessionStorage.removeItem(sent);
  window.sessionStorage.removeItem("factcheck.sent");
} catch { /* Without storage there are no drafts. */ }

document.querySelector("[data-focus]")?.focus();
