/** An amount as the language around `element` writes it, in the element's currency. */
export function money(amount, element) {
  const currency = element.getAttribute('currency');
  const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' };
  try {
    return new Intl.NumberFormat(element.closest('[lang]')?.lang || [], options).format(amount);
  } catch {
    // A language or a currency that is none, or none at all: show what the page says.
    return [amount, currency].join(' ');
  }
}
