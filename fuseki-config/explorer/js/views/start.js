/** The start page: how much there is, where and when it took place, who met most, and what can be asked. */
import * as charts from '../charts.js';
import { h, put } from '../dom.js';
import { count, days, number, status } from '../format.js';
import { addresses, dataset, local } from '../graph.js';
import { editorAddress, panel } from '../panel.js';
import { query, rows } from '../sparql.js';
import { places } from './lists.js';

const COUNTED = [['Event', 'events'], ['Report', 'reports'], ['Document', 'documents'], ['Person', 'people'], ['Place', 'places'], ['Polity', 'polities']];
const EXAMPLES = 9;

export async function start() {
  const [to, { description }, counts] = await Promise.all([addresses(), dataset(), query('counts').then((q) => rows(q))]);
  const counted = new Map(counts.map((row) => [local(row.class), row.entities]));
  const beginnings = h('div.chips');
  return {
    title: 'Entente',
    content: [
      h('div.hero', {},
        h('div.hero-text', {},
          h('h1', { tabindex: '-1' }, 'Who met whom, where and when'),
          h('p.about', {}, description ?? '', ' Every fact leads back to its sentence.'),
          beginnings),
        h('dl.counts', {}, COUNTED.filter(([name]) => counted.has(name))
          .map(([name, label]) => h('div', {}, h('dt', {}, label), h('dd', {}, number(counted.get(name))))))),
      h('div.grid', {},
        places({ title: 'Where they met', name: 'venues', size: 'w8 stretch', note: 'Places of events that were held. Choose one to see who was there.' }, to),
        panel({
          title: 'Who met most people', name: 'top-people', size: 'w4 stretch',
          show: (found) => {
            put(beginnings, h('span.soft.small', {}, 'Begin with'), found.slice(0, 4).map((row) => h('a.chip', { href: to.of(row.person) }, row.label)));
            return ranking(found, to);
          },
        }),
        panel({ title: 'Events by year', name: 'years', show: (found, self) => charts.years(self, found) }),
        panel({
          title: 'Latest events', name: 'latest', size: 'w5',
          show: (found) => h('ul.events', {}, found.map((row) => h('li', {},
            h('a', { href: to.of(row.event) }, row.label),
            h('div.facts', {}, status(row.status), h('span', {}, days(row.earliest, row.latest)), h('span', {}, count(row.sources, 'source')))))),
        }),
        panel({
          title: 'Questions to begin with', name: 'examples', size: 'w7', note: 'Each opens in the editor, where you can change and run it.',
          show: (found) => [
            h('div.cards', {}, found.slice(0, EXAMPLES).map((row) => h('a.card', { href: editorAddress(row.text) }, h('strong', {}, row.title), h('span', {}, row.question)))),
            found.length > EXAMPLES && h('p.pager', {}, h('a', { href: '/sparql.html' }, `All ${found.length} questions`)),
          ],
        })),
    ],
  };
}

function ranking(found, to) {
  const most = Math.max(...found.map((row) => Number(row.others)));
  return h('ol.ranking', {}, found.slice(0, 8).map((row) => h('li', {},
    h('a', { href: to.of(row.person) }, row.label), h('span.soft.small.number', {}, count(row.others, 'other')),
    h('meter', { min: 0, max: most, value: row.others, 'aria-label': `People whom ${row.label} met` }))));
}
