// The claim page while it is open: holds the claim, gives it back on leaving, keeps what is being typed.

const RENEW_MS = 60_000;
const DRAFT = "factcheck.draft.";
const SENT = "factcheck.sent";
const LEFT = "factcheck.left";
const SETTLE_MS = 300;

const form = document.getElementById("decision");
const release = document.getElementById("release");

// --- Draft: kept for this tab until it is sent. It belongs to one version of the claim.

function session() {
  try { return window.sessionStorage; } catch { return null; }
}

function draftKey() {
  return `${DRAFT}${form.dataset.claim}.${form.dataset.version}`;
}

function saveDraft() {
  const data = new FormData(form);
  const draft = {
    disposition: data.get("disposition") ?? "",
    note: data.get("note"),
    wording: data.get("wording"),
    other_references: data.get("other_references"),
    reference_ids: data.getAll("reference_ids"),
  };
  session()?.setItem(draftKey(), JSON.stringify(draft));
}

function restoreDraft() {
  let draft;
  try { draft = JSON.parse(session()?.getItem(draftKey()) ?? "null"); } catch { draft = null; }
  // What the server has sent back with a fault is newer than any draft.
  if (!draft || document.getElementById("faults")) return;
  for (const name of ["note", "wording", "other_references"]) {
    if (draft[name]) form.elements[name].value = draft[name];
  }
  for (const radio of form.querySelectorAll("[name=disposition]")) radio.checked = radio.value === draft.disposition;
  for (const box of document.querySelectorAll("[data-use]")) box.checked = draft.reference_ids.includes(box.value);
}

// --- Lease.

let leaving = false;
let timer = 0;

async function renew() {
  const line = document.querySelector(".lease-line");
  const token = form.elements._csrf_token.value;
  let answer;
  try {
    answer = await fetch(`/claims/${encodeURIComponent(form.dataset.claim)}/renew`, {
      method: "POST",
      headers: { "x-csrftoken": token, Accept: "application/json" },
    });
  } catch {
    return; // Offline for a moment: the next try may reach the server before the time runs out.
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) {
    const end = document.getElementById("lease-end");
    end.dateTime = body.expires_at;
    end.textContent = body.shown;
    return;
  }
  clearInterval(timer);
  leaving = true;
  line.classList.add("is-lost");
  line.setAttribute("role", "alert");
  line.textContent = `${body.detail ?? "The claim is no longer with you."} What you typed stays here.`;
}

if (form) {
  restoreDraft();
  form.addEventListener("input", saveDraft);
  form.addEventListener("change", saveDraft);
  for (const box of document.querySelectorAll("[data-use]")) box.addEventListener("change", saveDraft);
  // The page that follows drops the draft, unless it is this one again with a fault (keys.js).
  form.addEventListener("submit", () => session()?.setItem(SENT, draftKey()));
}

// A reloaded page is fetched before the old one goes and gives the claim back: it takes the claim again.
async function takeAgain() {
  const answer = await fetch(`/claims/${encodeURIComponent(form.dataset.claim)}/take`, {
    method: "POST",
    headers: { "x-csrftoken": form.elements._csrf_token.value, Accept: "application/json" },
    redirect: "manual",
  }).catch(() => null);
  if (answer) renew();
}

if (form?.hasAttribute("data-held")) {
  timer = setInterval(renew, RENEW_MS);
  if (session()?.getItem(LEFT) === form.dataset.claim) setTimeout(takeAgain, SETTLE_MS);
  session()?.removeItem(LEFT);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && !leaving) renew();
  });
  // Forms of this page end or keep the lease by themselves.
  document.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pagehide", () => {
    if (leaving) return;
    const data = new URLSearchParams({ _csrf_token: form.elements._csrf_token.value });
    navigator.sendBeacon(release.action, data);
    session()?.setItem(LEFT, form.dataset.claim);
  });
}

// Back from another page: the browser shows this one as it was, not as it is.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
