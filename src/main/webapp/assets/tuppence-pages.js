// Niceties only: every page works without this file.

const armAfterMillis = 500;

/**
 * A button that moves cash to others arms after half a second of visible focus,
 * so that the second click of a double click cannot fall on a window that was swapped under it.
 */
function arm(button) {
  let timer = 0;
  const ready = () => document.visibilityState === "visible" && document.hasFocus();
  const disarm = () => {
    clearTimeout(timer);
    button.disabled = true;
  };
  const begin = () => {
    disarm();
    if (ready()) timer = setTimeout(() => { button.disabled = false; }, armAfterMillis);
  };
  begin();
  addEventListener("focus", begin);
  addEventListener("blur", disarm);
  addEventListener("pageshow", begin);
  document.addEventListener("visibilitychange", begin);
}

/** The first click counts; the server's one-time id would catch the second, this only spares the wait. */
function sendOnce(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    event.submitter?.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    sent = false;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  });
}

const textOf = (id) => document.getElementById(id).textContent.trim();

function offerCopy(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(textOf(button.dataset.copy));
    button.textContent = "Copied";
  });
}

function offerShare(button) {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ url: textOf(button.dataset.share) }).catch((fault) => {
      if (fault.name !== "AbortError") button.textContent = "This did not work: please copy it";
    });
  });
}

function offerPrint(button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

/** A suggested amount is a link that shows the page again with it; here it only fills the field. */
function fillAmount(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const field = document.getElementById("amount");
    field.value = link.dataset.amount;
    field.focus();
    for (const other of document.querySelectorAll("[data-amount]")) other.toggleAttribute("aria-current", false);
    link.setAttribute("aria-current", "true");
  });
}

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

each("[data-arms]", arm);
each("form[method=post]", sendOnce);
each("[data-copy]", offerCopy);
each("[data-share]", offerShare);
each("[data-print]", offerPrint);
each("[data-amount]", fillAmount);
