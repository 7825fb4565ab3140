/** What all pages have around them: the header with the search, the ways to other pages and the theme, and the footer. */
import { h, put, svg } from './dom.js';
import { dataset } from './graph.js';
import { day, number } from './format.js';
import { search } from './search.js';

const WAYS = [['/#/network', 'Network'], ['/sparql.html', 'SPARQL'], ['/#/add', 'Add texts']];

/** Draws header and footer; `redraw` is called when the theme changes. */
export function shell(redraw) {
  put(document.getElementById('header'), h('div.header-row', {}, brand(), search(announce),
    h('nav.nav', { 'aria-label': 'Pages' },
      WAYS.map(([href, label]) => h('a', { href, 'data-way': href }, label)), themeSwitch(redraw))));
  put(document.getElementById('footer'), h('div.footer-row', {}, about(), h('ul', {},
    [['/export/CITATION.cff', 'How to cite'], ['/export/tables.zip', 'Tables (CSV)'], ['/ontology', 'Ontology'], ['/.well-known/void', 'Dataset description'],
      ['/entente/sparql', 'SPARQL endpoint'], ['/fuseki/', 'Fuseki']]
      .map(([href, label]) => h('li', {}, h('a', { href }, label))))));
  document.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault(); // the address after # is the page's own
    document.getElementById('main').focus();
  });
}

/** Marks the way to the page that is shown. */
export function shown(address) {
  document.querySelectorAll('[data-way]').forEach((way) => {
    if (way.dataset.way === address) way.setAttribute('aria-current', 'page');
    else way.removeAttribute('aria-current');
  });
}

/** Tells screen readers something. */
export function announce(message) {
  document.getElementById('announcement').textContent = message;
}

function brand() {
  return h('a.brand', { href: '/#/', 'aria-label': 'Entente: start page' },
    svg('svg', { viewBox: '0 0 40 28', fill: 'none', 'stroke-width': '3', 'aria-hidden': 'true' },
      svg('circle', { class: 'ring-a', cx: 14, cy: 14, r: 10 }), svg('circle', { class: 'ring-b', cx: 26, cy: 14, r: 10 }),
      svg('path', { class: 'ring-a', d: 'M20.1 6.1a10 10 0 0 1 3.9 7.9' })),
    'Entente');
}

function themeSwitch(redraw) {
  const root = document.documentElement;
  const icon = (name, path) => svg('svg', { class: name, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'aria-hidden': 'true' }, path);
  const button = h('button.theme', {
    type: 'button', 'aria-label': 'Dark theme', 'aria-pressed': String(root.dataset.theme === 'dark'),
    onclick: () => {
      const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
      localStorage.setItem('theme', next);
      root.dataset.theme = next;
      button.setAttribute('aria-pressed', String(next === 'dark'));
      redraw();
    },
  }, icon('moon', svg('path', { d: 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5Z' })),
  icon('sun', svg('path', { d: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19' })));
  return button;
}

function about() {
  const line = h('p', {}, 'Entente');
  dataset().then(({ title, modified, triples }) => {
    line.textContent = [title ?? 'Entente', triples && `${number(triples)} triples`, modified && `as of ${day(modified)}`].filter(Boolean).join(' · ');
  }).catch(() => {}); // the page itself says that the server does not answer
  return line;
}
