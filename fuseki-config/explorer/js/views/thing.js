/** The page of a person, organization, polity or place; which of them it is, the graph says. */
import * as charts from '../charts.js';
import { h } from '../dom.js';
import { local, wikidata } from '../graph.js';
import { panel } from '../panel.js';
import { iri, query, rows, QueryError } from '../sparql.js';
import { events, parties, places } from './lists.js';

const CALLED = { Person: 'Person', Organization: 'Organization', Polity: 'Polity', Place: 'Place' };
const MOST_MOMENTS = 150;

/** @param {Object[]} facts the rows of the query `thing` */
export function thing(address, facts, to) {
  const of = (name) => facts.filter((row) => local(row.property) === name);
  const kinds = Object.keys(CALLED).filter((name) => of('type').some((row) => local(row.value) === name));
  if (!kinds.length) throw new QueryError('The graph knows nothing at this address.');
  const label = of('label')[0]?.value ?? local(address);
  return {
    title: label,
    content: [lead(label, kinds, of, to), kinds[0] === 'Place' ? place(address, label, to) : agent(address, kinds[0], label, to)],
  };
}

function lead(label, kinds, of, to) {
  const names = of('altLabel').map((row) => row.value).filter((name) => name.toLowerCase() !== label.toLowerCase());
  const items = [...of('exactMatch').map((row) => [row, '']), ...of('closeMatch').map((row) => [row, ' (perhaps)'])]
    .map(([row, hedge]) => [wikidata(row.value), hedge]).filter(([item]) => item);
  return h('div.lead', {},
    h('p.eyebrow', {}, kinds.map((name) => CALLED[name]).join(' and ')),
    h('h1', { tabindex: '-1' }, label),
    of('description').length > 0 && h('p.about', {}, of('description').map((row) => row.value).join('; ')),
    h('div.facts', {},
      of('country').map((row) => h('a.chip', { href: to.of(row.value) }, row.label ?? local(row.value))),
      items.map(([{ id, address }, hedge]) => h('a.chip', { href: address, rel: 'noreferrer' }, `Wikidata ${id}${hedge}`)),
      names.length > 0 && h('span.soft', {}, `Also: ${names.slice(0, 6).join(', ')}`)));
}

function agent(address, kind, label, to) {
  const polity = kind === 'Polity';
  const parts = { values: { agent: iri(address) }, flags: { polity, party: !polity } };
  return h('div.grid', {},
    timeline('Timeline', 'agent', parts, to),
    parties(polity ? 'Whom its people dealt with' : 'Whom they dealt with', 'counterparts', parts, to),
    places({ title: 'Where they were', name: 'agent-map', parts, size: 'w6', empty: 'No place of theirs has coordinates.' }, to),
    kind === 'Person' && panel({
      title: 'Offices', name: 'offices', parts: { values: { person: iri(address) } }, size: 'w4', hideEmpty: true,
      note: 'Background from the gazetteer, whatever the documents say.',
      show: (found) => h('ul.ranking', {}, found.map((row) => h('li', {},
        h('span', {}, h('strong', {}, row.office), row.country && [', ', h('a', { href: to.of(row.country) }, row.countryLabel)]),
        h('span.soft.small.number', {}, `${row.first ?? '?'}–${row.last ?? ''}`)))),
    }),
    panel({
      title: polity ? 'Its network as a party' : 'Network', name: 'agent-network', parts, size: kind === 'Person' ? 'w8' : 'w12', hideEmpty: true,
      note: `The 20 that dealt with ${label} most, and who of them dealt with one another.`,
      show: (found, self) => charts.network(self, found, to.of, address),
    }),
    events('Events', 'agent-events', parts, to));
}

function place(address, label, to) {
  const parts = { values: { venue: iri(address) } };
  return h('div.grid', {},
    places({ title: 'Where it is', name: 'place-map', parts, size: 'w6', empty: 'Its coordinates are not known.' }, to),
    parties('Who was there', 'place-parties', parts, to),
    timeline('Timeline', 'place', parts, to),
    events('Events there', 'place-events', parts, to));
}

/** Points in time where they are few, columns by year where they are many. */
function timeline(title, prefix, parts, to) {
  return panel({
    title, name: `${prefix}-years`, parts, empty: 'No event has a date.',
    show: async (found, self) => {
      const total = found.reduce((sum, row) => sum + Number(row.events), 0);
      if (total > MOST_MOMENTS) return charts.years(self, found);
      const sparql = await query(`${prefix}-events`, { ...parts, page: { limit: 2 * MOST_MOMENTS, offset: 0 } });
      const moments = await rows(sparql);
      self.sparql = sparql;
      return charts.moments(self, moments, to.of);
    },
  });
}
