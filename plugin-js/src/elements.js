/** Makes an element with those properties. Elements are made, never parsed, so that neither a CSP nor Trusted Types object. */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
