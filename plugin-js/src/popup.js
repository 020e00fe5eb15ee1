import { addressOf } from './address.js';

const LOOK_MILLIS = 250;

/** An empty window, to be opened in the click itself; null where the browser blocks it. */
export function openPopup() {
  return open('', '', 'width=480,height=760');
}

/**
 * Sends a window to a page of Tuppence. Resolves to what that page says in the end; to a `code` where the window was
 * closed before it said anything.
 */
export function outcomeOf(popup, address) {
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const url = (popup.location = addressOf(address, { opener: location.origin, nonce }));
  return new Promise((resolve) => {
    const end = (told) => {
      clearInterval(timer);
      removeEventListener('message', hear);
      popup.close();
      resolve(told);
    };
    // Anybody can post to this window: only this one page, from there, about this click, is believed.
    const hear = ({ data, origin, source }) => {
      if (source === popup && origin === url.origin && data?.nonce === nonce) end(data.detail);
    };
    const timer = setInterval(() => popup.closed && end({ code: 'closed' }), LOOK_MILLIS);
    addEventListener('message', hear);
  });
}
