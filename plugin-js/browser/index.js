const loading = new Map();

/**
 * Loads the widget from your Tuppence, once however often it is asked for. It is never bundled: it goes to where it came
 * from, and what is mended there is mended in your store. Resolves once `<tuppence-button>` works; without a document
 * (while a page is rendered on a server) it does nothing.
 */
export async function load(host, { file = 'tuppence.js', integrity } = {}) {
  if (typeof document === 'undefined') return;
  const src = `${String(host).replace(/\/+$/, '')}/plugin/v1/${file}`;
  if (!loading.has(src)) loading.set(src, insert(src, integrity));
  await loading.get(src);
}

function insert(src, integrity) {
  const script = document.createElement('script');
  Object.assign(script, { type: 'module', src, crossOrigin: 'anonymous' });
  if (integrity) script.integrity = integrity;
  return new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => {
      // So that whoever asks again tries again.
      loading.delete(src);
      script.remove();
      reject(new Error(`The widget did not come from ${src}`));
    };
    document.head.append(script);
  });
}
