import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const WIDGET = new URL('../../dist/tuppence.js', import.meta.url);

/** A Tuppence of the test: serves the widget below a context path, and a page that says where one landed. */
export async function startHost({ contextPath = '' } = {}) {
  const server = await start((request, response) => {
    const path = request.url.slice(contextPath.length);
    if (!request.url.startsWith(contextPath + '/')) return send(response, 404, 'text/plain', 'no such context');
    if (path.startsWith('/plugin/v1/tuppence')) return sendWidget(response);
    return send(response, 200, 'text/html', '<!doctype html><html lang="en"><title>Tuppence</title><h1>Tuppence</h1>');
  });
  return { ...server, url: `http://localhost:${server.port}${contextPath}` };
}

/** A shop of the test, to the browser another site: pages by path, and answers to what the widget posts. */
export async function startShop() {
  const pages = new Map();
  const server = await start(async (request, response, body) => {
    const path = new URL(request.url, 'http://shop').pathname;
    const page = pages.get(path);
    if (page instanceof Function) return page(request, response, body);
    if (!page) return send(response, 404, 'text/plain', 'no such page');
    return send(response, 200, 'text/html', page.html, page.headers);
  });
  return { ...server, url: `http://127.0.0.1:${server.port}`, pages };
}

export function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, ...headers });
  response.end(body);
}

export function sendJson(response, value, status = 200) {
  send(response, status, 'application/json', JSON.stringify(value));
}

function sendWidget(response) {
  send(response, 200, 'text/javascript', readFileSync(WIDGET), { 'Access-Control-Allow-Origin': '*' });
}

async function start(answer) {
  const requests = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ method: request.method, url: request.url, headers: request.headers, body });
    await answer(request, response, body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    requests,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
