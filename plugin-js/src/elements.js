/** Makes an element. Elements are made, never parsed, so that neither a CSP nor Trusted Types object. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children);
  return element;
}
