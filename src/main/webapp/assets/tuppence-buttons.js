// Niceties of stored buttons only: their pages work without this file.

/** The decimal digits that the currency's coins have; play money is written like dollars. */
const formatOf = (currency) =>
  new Intl.NumberFormat(navigator.language, { style: "currency", currency, currencyDisplay: "symbol" });

/** In the smallest coin: whole numbers, so that nothing is rounded. */
function coins(decimal) {
  const [whole, fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(2, "0").slice(0, 2));
}

const decimalOf = (amount) => {
  const digits = String(amount).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Says at once what so many come to; the server says so again before anything is paid. */
function showTotal(field) {
  const price = coins(field.dataset.quantity);
  const format = formatOf(field.dataset.currency);
  field.addEventListener("input", () => {
    const quantity = field.validity.valid && /^[0-9]+$/.test(field.value) ? BigInt(field.value) : 1n;
    for (const total of document.querySelectorAll("[data-total]")) {
      total.textContent = format.format(decimalOf(price * quantity));
    }
  });
}

for (const field of document.querySelectorAll("[data-quantity]")) showTotal(field);
for (const element of document.querySelectorAll("[data-without-script]")) element.hidden = true;
