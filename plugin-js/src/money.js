/** An amount as the language around `element` writes it, in the element's currency. */
export function money(amount, element) {
  const currency = element.getAttribute('currency');
  const options = currency ? { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } : {};
  try {
    return new Intl.NumberFormat(element.closest('[lang]')?.lang || undefined, options).format(amount);
  } catch {
    // A language or a currency that is none: show what the page says.
    return [amount, currency].join(' ');
  }
}
