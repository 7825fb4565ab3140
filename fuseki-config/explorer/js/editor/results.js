/** The answer to a query: as a table, and as a map, timeline or network where its columns allow it. */
import * as charts from '../charts.js';
import { h, put, save } from '../dom.js';
import { count, number } from '../format.js';
import { local, point } from '../graph.js';
import { failure } from '../panel.js';
import { file } from '../sparql.js';

const PAGE = 100;
const MOST_POINTS = 2000;
const MOST_TIES = 300;

/**
 * Draws an answer into an element.
 *
 * @param {Object} answer as `ask` of sparql.js returns it
 * @param {{of: (iri: string) => string}} to where the pages of things are
 * @param {(iri: string) => string} short writes an IRI with a prefix
 */
export function results(element, answer, sparql, to, short) {
  if (answer.boolean !== undefined) return put(element, h('p.question', {}, answer.boolean ? 'Yes.' : 'No.'));
  if (answer.text !== undefined) {
    return put(element, tools(['Turtle', 'text/turtle', 'ttl'], sparql), h('div.report', {}, h('pre', { tabindex: '0' }, answer.text || 'No triples.')));
  }
  if (!answer.rows.length) return put(element, h('p.empty', {}, 'The query is answered: there are no rows.'));
  const context = { ...answer, sparql, to, short };
  const views = [['Table', table], ['Map', map(context)], ['Timeline', timeline(context)], ['Network', network(context)]].filter(([, view]) => view);
  const panel = h('div', { role: 'tabpanel', id: 'result-view', tabindex: '0' });
  const side = h('div.panel-tools');
  const buttons = views.map(([name, view]) => h('button', {
    type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'result-view', onclick: () => open(name, view),
  }, name));
  async function open(name, view) {
    buttons.forEach((button) => {
      const chosen = button.id === `tab-${name}`;
      button.setAttribute('aria-selected', String(chosen));
      button.tabIndex = chosen ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', `tab-${name}`);
    const self = {};
    try {
      put(panel, await view(context, self));
    } catch (error) {
      put(panel, failure(error));
    }
    put(side, tools(['CSV', 'text/csv', 'csv'], sparql), tools(['JSON', 'application/sparql-results+json', 'json'], sparql),
      self.picture && ['PNG', 'SVG'].map((format) => h('button.tool', { type: 'button', onclick: () => self.picture(format, 'result') }, format)));
  }
  const tabs = h('div.tabs', { role: 'tablist', 'aria-label': 'Views of the answer', onkeydown: (event) => arrow(event, buttons) }, buttons);
  put(element, h('div.panel-head', {}, h('h2', {}, count(answer.rows.length, 'row'), isCut(answer.rows.length, sparql) && h('span.soft.small', {}, ' (the query’s LIMIT; there may be more)')), side), h('div.panel-body', {}, tabs, panel));
  return open(...views[0]);
}

/** Tells whether an answer has as many rows as a limit of its query allows. */
function isCut(length, sparql) {
  return [...sparql.matchAll(/^[^#\n]*\bLIMIT\s+(\d+)/gim)].some(([, limit]) => Number(limit) === length);
}

function arrow(event, buttons) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
  next.focus();
  next.click();
}

function tools([label, type, ending], sparql) {
  return h('button.tool', {
    type: 'button', 'aria-label': `Download ${label}`,
    onclick: async (event) => {
      try {
        save(`result.${ending}`, type, await file(sparql, type));
      } catch (error) {
        event.target.closest('section').append(failure(error));
      }
    },
  }, label);
}

// ---- Table

function table({ vars, rows, to, short }, self, offset = 0) {
  const shown = rows.slice(offset, offset + PAGE);
  const element = h('div', {},
    h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': 'Rows of the answer' }, h('table.result-table', {},
      h('caption.visually-hidden', {}, 'Rows of the answer'),
      h('thead', {}, h('tr', {}, vars.map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, shown.map((row) => h('tr', {}, vars.map((name) => h('td', { class: /^[\d.:TZ-]+$/.test(row[name]?.value ?? '') ? 'nowrap number' : null }, row[name] && cell(row[name], to, short)))))))),
    rows.length > PAGE && h('div.pager', {},
      h('span', {}, `Rows ${number(offset + 1)} to ${number(offset + shown.length)} of ${number(rows.length)}`),
      h('div.chips', {}, [['Previous', offset - PAGE], ['Next', offset + PAGE]].map(([label, next]) => h('button.button', {
        type: 'button', disabled: next < 0 || next >= rows.length, onclick: () => element.replaceWith(table({ vars, rows, to, short }, self, next)),
      }, label)))));
  return element;
}

function cell(term, to, short) {
  if (term.type === 'uri') {
    const inside = to.of(term.value);
    const address = inside.startsWith('/#/iri/') ? term.value : inside;
    return /^(https?:|\/#)/.test(address) ? h('a', { href: address, rel: 'noreferrer' }, short(term.value)) : term.value;
  }
  const kind = term['xml:lang'] ?? (term.datatype && local(term.datatype));
  return [term.value, kind && !['string', 'integer', 'date', 'decimal', 'en'].includes(kind) && h('span.datatype', {}, ` ${kind}`)];
}

// ---- What the columns are

const some = (rows, name, test) => rows.slice(0, 200).some((row) => row[name] && test(row[name]));
const every = (rows, name, test) => some(rows, name, test) && rows.slice(0, 200).every((row) => !row[name] || test(row[name]));

/** Returns the column that names what a column's IRIs are. */
function labels(vars, column) {
  const stem = column.replace(/Iri$/, '');
  return [`${column}Label`, `${column}Name`, stem !== column && stem, column === 'place' || column === 'event' || column === 'person' ? 'label' : null, 'label', 'name', 'who', 'what']
    .find((name) => name && name !== column && vars.includes(name));
}

function named(row, vars, column, short) {
  const label = column && row[labels(vars, column)]?.value;
  return label ?? (column && row[column] ? short(row[column].value) : vars.map((name) => row[name]).find((term) => term?.type === 'literal')?.value ?? '');
}

const amount = (vars, rows) => ['weight', 'events', 'meetings', 'count', 'times'].find((name) => vars.includes(name) && every(rows, name, ({ value }) => /^\d+$/.test(value)));

// ---- Map

function map({ vars, rows, short }) {
  const wkt = vars.find((name) => some(rows, name, ({ value }) => point(value)));
  const latitude = vars.find((name) => /^lat/i.test(name));
  const longitude = vars.find((name) => /^(lon|lng)/i.test(name));
  if (!wkt && !(latitude && longitude)) return null;
  const iriOf = vars.find((name) => every(rows, name, ({ type }) => type === 'uri'));
  const size = amount(vars, rows);
  return async ({ to }, self) => (await charts.map(self, rows.slice(0, MOST_POINTS).map((row) => ({
    place: row[iriOf]?.value, label: named(row, vars, vars.includes('place') ? 'place' : iriOf, short), events: size ? row[size]?.value : 1,
    wkt: wkt ? row[wkt]?.value : row[latitude] && row[longitude] && `POINT(${row[longitude].value} ${row[latitude].value})`,
    ...(size ? {} : { text: '' }),
  })), to.of, 'tall')) ?? h('p.empty', {}, 'No row has a point.');
}

// ---- Timeline

function timeline({ vars, rows, short }) {
  const dates = vars.filter((name) => every(rows, name, ({ value, datatype }) => /#date(Time)?$/.test(datatype ?? '') || /^\d{4}-\d{2}-\d{2}/.test(value)));
  if (!dates.length) return null;
  const [first, last = first] = dates;
  const lane = ['kind', 'status', 'type'].find((name) => vars.includes(name));
  const iriOf = vars.includes('event') ? 'event' : vars.find((name) => every(rows, name, ({ type }) => type === 'uri'));
  return ({ to }, self) => charts.points(self, rows.filter((row) => row[first]).slice(0, MOST_POINTS).map((row) => ({
    name: named(row, vars, iriOf, short), days: [row[first].value.slice(0, 10), (row[last] ?? row[first]).value.slice(0, 10)],
    lane: lane && row[lane] ? local(row[lane].value) : 'rows', group: 'Rows', iri: iriOf && row[iriOf]?.value,
  })), ['Rows'], (c) => c.series[0], to.of);
}

// ---- Network

function network({ vars, rows, short }) {
  const things = vars.filter((name) => every(rows, name, ({ type }) => type === 'uri') && name !== 'event' && name !== 'report');
  const texts = ['source', 'target'].filter((name) => vars.includes(name));
  const [one, other] = things.length > 1 ? things : texts;
  if (!other) return null;
  const weight = amount(vars, rows);
  return ({ to }, self) => {
    const ties = rows.filter((row) => row[one] && row[other]).slice(0, MOST_TIES);
    return [
      rows.length > MOST_TIES && h('p.soft.small', {}, `The first ${MOST_TIES} rows are drawn.`),
      charts.network(self, ties.map((row) => ({
        source: row[one].value, sourceLabel: named(row, vars, one, short), target: row[other].value, targetLabel: named(row, vars, other, short), events: weight ? row[weight]?.value : 1,
      })), (id) => (/^[a-z]+:/i.test(id) ? to.of(id) : null)),
    ].filter(Boolean).reduce(async (all, part) => [...await all, await part], Promise.resolve([]));
  };
}
