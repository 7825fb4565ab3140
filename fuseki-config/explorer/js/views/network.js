/** Who met whom: the network of all events, by period, country, kind, status and number of sources. */
import * as charts from '../charts.js';
import { h } from '../dom.js';
import { day } from '../format.js';
import { DIP, KINDS, STATUSES } from '../graph.js';
import { panel, table } from '../panel.js';
import { day as term, iri, query, rows } from '../sparql.js';

const MOST_TIES = 150;
const FACE_TO_FACE = ['Meeting', 'Talks', 'Summit', 'Visit'];

/**
 * @param {URLSearchParams} wanted from, to, country, kind, status, sources, people: what the form holds
 */
export async function network(wanted, to) {
  const countries = await rows(await query('countries', { values: { entities: iri(to.iri('graph/entities')) } }));
  const chosen = {
    from: bound(wanted.get('from'), '-01-01'),
    to: bound(wanted.get('to'), '-12-31'),
    country: wanted.get('country') ?? '',
    kinds: known(wanted.getAll('kind'), KINDS, FACE_TO_FACE),
    statuses: known(wanted.getAll('status'), STATUSES, ['Held']),
    sources: Math.max(1, Number.parseInt(wanted.get('sources') ?? '1', 10) || 1),
    people: wanted.get('parties') !== 'all',
  };
  const dated = Boolean(chosen.from || chosen.to);
  const parts = {
    values: {
      from: term(chosen.from), to: term(chosen.to), sources: String(chosen.sources),
      kind: chosen.kinds.map((name) => iri(DIP + name)), status: chosen.statuses.map((name) => iri(DIP + name)),
      ...(chosen.country && { country: iri(to.iri(chosen.country)) }),
    },
    flags: { from: Boolean(chosen.from), to: Boolean(chosen.to), country: Boolean(chosen.country), sources: chosen.sources > 1, people: chosen.people, dated, undated: !dated },
  };
  return {
    title: 'Who met whom',
    content: [
      h('div.lead', {}, h('h1', { tabindex: '-1' }, 'Who met whom'),
        h('p.about', {}, 'Two parties are tied where they took part in the same event. Choose which events count.')),
      h('div.grid', {}, form(chosen, wanted, countries, to),
        panel({
          title: 'Network', name: 'network', parts, size: 'w8 stretch', empty: 'No two parties took part in such an event.',
          note: `At most the ${MOST_TIES} strongest ties are drawn: narrow the choice to see others. Drag to move, scroll to zoom, choose a name for its page.`,
          show: (found, self) => charts.network(self, found, to.of),
        }),
        panel({
          title: 'Strongest ties', name: 'network', parts, empty: 'None.', size: 'w12',
          show: (found) => table('Strongest ties', [
            { title: 'Who', type: 'main', cell: (row) => [h('a', { href: to.of(row.source) }, row.sourceLabel), ' and ', h('a', { href: to.of(row.target) }, row.targetLabel)] },
            { title: 'Events', type: 'amount', cell: (row) => row.events },
            { title: 'First', type: 'date', cell: (row) => row.first && day(row.first) },
            { title: 'Last', type: 'date', cell: (row) => row.last && day(row.last) },
          ], found.slice(0, 25)),
        })),
    ],
  };
}

/** Reads a year or a day; '' for anything else. */
function bound(value, rest) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value ?? '')) return value;
  return /^\d{4}$/.test(value ?? '') ? value + rest : '';
}

function known(given, all, usual) {
  const chosen = given.filter((name) => all.includes(name));
  return chosen.length ? chosen : usual;
}

function form(chosen, wanted, countries, to) {
  const choices = (legend, name, all, some) => h('fieldset', {}, h('legend', {}, legend), h('div.choices', {},
    all.map((value) => h('label.choice', {}, h('input', { type: 'checkbox', name, value, checked: some.includes(value) }), value))));
  const field = (id, label, control) => h('div.field', {}, h('label', { for: id }, label), control);
  const path = (address) => to.of(address).slice('/#/'.length);
  return h('section.panel.w4.stretch', {},
    h('div.panel-head', {}, h('h2', {}, 'Which events')),
    h('form.panel-body.filters', {
      onsubmit: (event) => {
        event.preventDefault();
        const given = new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value !== ''));
        location.hash = `/network?${given}`;
      },
    },
    field('from', 'From (year or day)', h('input', { id: 'from', name: 'from', value: wanted.get('from'), placeholder: '2018', pattern: '\\d{4}(-\\d{2}-\\d{2})?', title: 'YYYY or YYYY-MM-DD' })),
    field('to', 'To (year or day)', h('input', { id: 'to', name: 'to', value: wanted.get('to'), placeholder: '2025-08-31', pattern: '\\d{4}(-\\d{2}-\\d{2})?', title: 'YYYY or YYYY-MM-DD' })),
    field('country', 'With a party of', h('select', { id: 'country', name: 'country' }, h('option', { value: '' }, 'any country'),
      countries.map((row) => h('option', { value: path(row.country), selected: path(row.country) === chosen.country }, row.label)))),
    field('sources', 'Sources at least', h('input', { id: 'sources', name: 'sources', type: 'number', min: 1, max: 99, value: chosen.sources })),
    h('div.wide', {}, choices('Kind', 'kind', KINDS, chosen.kinds)),
    h('div.wide', {}, choices('Status', 'status', STATUSES, chosen.statuses)),
    field('parties', 'Parties', h('select', { id: 'parties', name: 'parties' }, h('option', { value: '' }, 'people'), h('option', { value: 'all', selected: !chosen.people }, 'people, organizations and states'))),
    h('button.button.primary.wide', { type: 'submit' }, 'Show the network'),
    h('p.small.wide', {}, 'The whole of it, for Gephi and networkx: ',
      [['network.graphml', 'GraphML'], ['network.gexf', 'GEXF'], ['tables.zip', 'tables (CSV)']].map(([name, label], i) => [i > 0 && ', ', h('a', { href: exported(name, chosen, to), download: name }, label)]))));
}

/** Returns the address of an export of these events. */
function exported(name, { from, to: last, country, kinds, statuses, sources }, to) {
  const filter = { from, to: last, country: country && `<${to.iri(country)}>`, kind: kinds.join(), status: statuses.join(), 'min-sources': sources > 1 ? String(sources) : '' };
  return `/export/${name}?${new URLSearchParams(Object.entries(filter).filter(([, value]) => value))}`;
}
