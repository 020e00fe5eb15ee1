// Niceties of stored buttons only: their pages work without this file.

const formatOf = (currency) => new Intl.NumberFormat(navigator.language, { style: "currency", currency });

/** So many times that amount, as people write it. Counted in the smallest coin: whole numbers, so nothing is rounded. */
function written(decimal, times, currency) {
  const format = formatOf(currency);
  const places = format.resolvedOptions().maximumFractionDigits;
  const [whole, fraction = ""] = decimal.split(".");
  const coins = BigInt(whole + fraction.padEnd(places, "0").slice(0, places)) * times;
  const digits = String(coins).padStart(places + 1, "0");
  return format.format(`${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`);
}

/** Says at once what so many come to; the server says so again before anything is paid. */
function showTotal(field) {
  const { quantity: price, currency } = field.dataset;
  for (const total of document.querySelectorAll("[data-total]")) total.hidden = false;
  field.addEventListener("input", () => {
    const quantity = /^[0-9]{1,6}$/.test(field.value) ? BigInt(field.value) : 1n;
    for (const total of document.querySelectorAll("[data-total]")) {
      total.textContent = written(price, quantity, currency);
    }
  });
}

/** The builder's preview: what the button says and what is to be copied follow the fields. */
class Builder {
  #form;
  #fields;

  constructor(form) {
    this.#form = form;
    this.#fields = form.elements;
    form.addEventListener("input", () => this.#show());
    this.#show();
  }

  get #kind() {
    return this.#form.dataset.id === "btn_…" ? this.#fields.kind.value : this.#form.dataset.kind;
  }

  get #playMoney() {
    return this.#fields.mode?.value === "test";
  }

  get #label() {
    if (this.#kind === "gift") return "Give";
    if (this.#kind === "open") return "Pay what you like";
    const amount = this.#fields.amount.value.trim();
    if (!/^[0-9]+(\.[0-9]{1,2})?$/.test(amount)) return "Pay";
    return `Pay ${written(amount, 1n, this.#playMoney ? "XTS" : this.#form.dataset.currency)}`;
  }

  #show() {
    this.#showFields();
    this.#showPreview();
    const play = document.querySelector("[data-play]");
    if (this.#fields.mode) play.hidden = !this.#playMoney;
  }

  /** A field that the kind does not have is not sent. */
  #showFields() {
    for (const part of this.#form.querySelectorAll("[data-for]")) {
      const fits = part.dataset.for.split(" ").includes(this.#kind);
      part.hidden = !fits;
      for (const input of part.querySelectorAll("input")) input.disabled = !fits;
    }
  }

  #showPreview() {
    const preview = document.querySelector("[data-preview]");
    const label = this.#label;
    preview.hidden = false;
    preview.querySelector("tuppence-button").setAttribute("label", label);
    const snippet = document.getElementById("snippet");
    snippet.textContent = this.#snippet(label);
    snippet.parentElement.hidden = false;
  }

  #snippet(label) {
    const { base, id } = this.#form.dataset;
    const own = this.#kind === "gift" ? ' label="Give"' : "";
    return (
      `<script type="module" src="${base}/plugin/v1/tuppence.js"></script>\n` +
      `<tuppence-button button="${id}"${own}><a href="${base}/pay/button/${id}">${label}</a></tuppence-button>`
    );
  }
}

for (const field of document.querySelectorAll("[data-quantity]")) showTotal(field);
for (const form of document.querySelectorAll("[data-builder]")) new Builder(form);
// What is not made yet leads nowhere.
for (const shown of document.querySelectorAll("[data-only-shown]")) {
  shown.addEventListener("tuppence-open", (event) => event.preventDefault());
}
for (const element of document.querySelectorAll("[data-without-script]")) element.hidden = true;
