/** Panels that several pages have: events and parties, a page of each at a time. */
import * as charts from '../charts.js';
import { h } from '../dom.js';
import { count, day, days, kind, status } from '../format.js';
import { panel, table } from '../panel.js';

const MOST_LISTED = 60;
const PAGE = { limit: 10, offset: 0 };

/** A panel of events. */
export function events(title, name, parts, to) {
  return panel({
    title, name, parts: { ...parts, page: PAGE }, empty: 'No event is told.',
    show: (found, self) => [table(title, [
      { title: 'Date', type: 'date', cell: (row) => days(row.earliest, row.latest) },
      { title: 'Event', type: 'main', cell: (row) => h('a', { href: to.of(row.event) }, row.label) },
      { title: 'Kind', cell: (row) => kind(row.kind) },
      { title: 'Status', cell: (row) => status(row.status) },
      { title: 'Place', cell: (row) => row.place && h('a', { href: to.of(row.place) }, row.placeLabel) },
      { title: 'Sources', type: 'amount', cell: (row) => row.sources },
    ], found), self.pager()],
  });
}

/** A panel of parties and how often they took part. */
export function parties(title, name, parts, to, size = 'w6') {
  return panel({
    title, name, size, parts: { ...parts, page: PAGE }, note: 'Counted in events that were held.', empty: 'Nobody is told.',
    show: (found, self) => [table(title, [
      { title: 'Who', type: 'main', cell: (row) => h('a', { href: to.of(row.party) }, row.label) },
      { title: 'Events', type: 'amount', cell: (row) => row.events },
      { title: 'First', type: 'date', cell: (row) => row.first && day(row.first) },
      { title: 'Last', type: 'date', cell: (row) => row.last && day(row.last) },
    ], found), self.pager()],
  });
}

/** A panel with a map of places and, for keys and screen readers, the places as a list. */
export function places(options, to) {
  return panel({
    ...options,
    show: async (found, self) => {
      const map = await charts.map(self, found, to.of);
      return map && [map, h('details.more.small', {}, h('summary', {}, `The ${count(found.length, 'place')} as a list`),
        h('ul.chips', {}, found.slice(0, MOST_LISTED).map((row) => h('li', {}, h('a.chip', { href: to.of(row.place) }, `${row.label} (${row.events})`)))))];
    },
  });
}
