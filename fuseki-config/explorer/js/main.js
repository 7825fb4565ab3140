/** The explorer: shows the page that the address names after its #. */
import { redraw } from './charts.js';
import { put } from './dom.js';
import { addresses, local } from './graph.js';
import { failure, panelsEndWith, waiting } from './panel.js';
import { announce, shell, shown } from './shell.js';
import { iri, query, rows } from './sparql.js';
import { add } from './views/add.js';
import { document_ } from './views/document.js';
import { event } from './views/event.js';
import { network } from './views/network.js';
import { start } from './views/start.js';
import { thing } from './views/thing.js';

const main = document.getElementById('main');
let current = new AbortController();

/** Returns the page for a path after `#/`, such as `person/…`, and its parameters. */
async function page(path, parameters) {
  if (path === '') return start();
  const to = await addresses();
  if (path === 'add') return add(to);
  if (path === 'network') return network(parameters, to);
  const address = to.iri(path);
  const facts = await rows(await query('thing', { values: { thing: iri(address) } }));
  const kinds = facts.filter((row) => local(row.property) === 'type').map((row) => local(row.value));
  if (kinds.includes('Event')) return event(address, to);
  if (kinds.includes('Document')) return document_(address, to);
  return thing(address, facts, to);
}

async function show(first) {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  panelsEndWith(signal);
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?');
  shown(`/#/${path}`);
  if (!first) window.scrollTo(0, 0);
  const patience = setTimeout(() => put(main, waiting()), first ? 0 : 150);
  try {
    const { title, content } = await page(path, new URLSearchParams(search));
    if (signal.aborted) return;
    document.title = title === 'Entente' ? title : `${title} – Entente`;
    put(main, content);
    if (!first) {
      main.querySelector('h1')?.focus({ preventScroll: true });
      announce(title);
    }
  } catch (error) {
    if (!signal.aborted) put(main, failure(error, () => show(false)));
  } finally {
    clearTimeout(patience);
  }
}

shell(redraw);
window.addEventListener('hashchange', () => show(false));
show(true);
