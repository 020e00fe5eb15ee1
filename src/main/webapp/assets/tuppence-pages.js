// Niceties only: every page works without this file.

const armAfterMillis = 500;
const lookAgainAfterMillis = 250;
const sendAgainAfterMillis = 8000;
const goOnAfterMillis = 3000;

/**
 * A button that hands cash over arms after half a second of visible focus, so that the second click of a double click
 * cannot fall on a window that was swapped under it.
 */
function arm(button) {
  let timer = 0;
  let hadFocus = false;
  const inView = () => document.visibilityState === "visible" && document.hasFocus();
  const disarm = () => {
    clearTimeout(timer);
    hadFocus ||= document.activeElement === button;
    button.disabled = true;
  };
  const ready = () => {
    button.disabled = false;
    if (hadFocus) button.focus();
    hadFocus = false;
  };
  const begin = () => {
    disarm();
    // Not every window that comes into view says so, and a button that stays grey is a payment that cannot be made.
    timer = inView() ? setTimeout(ready, armAfterMillis) : setTimeout(begin, lookAgainAfterMillis);
  };
  begin();
  addEventListener("focus", begin);
  addEventListener("blur", begin);
  addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
  document.addEventListener("visibilitychange", begin);
}

/**
 * Spares the wait after a second click. What makes it count once is the one-time id, on the server. Whoever goes back to a
 * form that was sent sees how things stand now: browsers keep even pages that must not be stored, and show them as they were.
 */
function sendOnce(form) {
  let sent = false;
  const again = () => {
    sent = false;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  };
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    event.submitter?.setAttribute("aria-disabled", "true");
    setTimeout(again, sendAgainAfterMillis);
  });
  addEventListener("pageshow", (event) => { if (event.persisted && sent) location.reload(); });
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
    for (const other of document.querySelectorAll("[data-amount]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  });
}

/**
 * A window that a shop's page opened. Escape closes it. Once it is known how it ended that page is told, and that page alone;
 * it closes the window then. Where it is gone, or hears no more, the payer goes on by the address all the same.
 */
function standInPopup({ dataset: { opener: shop, nonce, detail } }) {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close();
  });
  if (!detail) return;
  const told = JSON.parse(detail);
  opener?.postMessage({ nonce, detail: told }, shop);
  if (told.url) setTimeout(() => location.replace(told.url), opener ? goOnAfterMillis : 0);
}

/**
 * Looks now and then whether this was paid on another device, and goes on where the server says. Once a form of this
 * page is sent that leads on by itself.
 */
function watch(element) {
  let waitMillis = 1500;
  let sent = false;
  addEventListener("submit", () => { sent = true; });
  const look = async () => {
    if (sent) return;
    if (element.open && document.visibilityState === "visible") {
      const answer = await fetch(element.dataset.watch).then((got) => (got.ok ? got.json() : null), () => null);
      if (answer?.url && !sent) {
        location.replace(answer.url);
        return;
      }
      waitMillis = Math.min(waitMillis * 1.1, 10000);
    }
    setTimeout(look, waitMillis);
  };
  setTimeout(look, waitMillis);
}

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

each("[data-arms]", arm);
each("[data-popup]", standInPopup);
each("form[method=post]", sendOnce);
each("[data-copy]", offerCopy);
each("[data-share]", offerShare);
each("[data-print]", offerPrint);
each("[data-amount]", fillAmount);
each("[data-watch]", watch);
