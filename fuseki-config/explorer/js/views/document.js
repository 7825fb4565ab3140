/** The page of a document: its text with the sentences marked from which events were read. */
import { h } from '../dom.js';
import { day, status } from '../format.js';
import { panel } from '../panel.js';
import { iri, query, rows, QueryError } from '../sparql.js';

export async function document_(address, to) {
  const values = { document: iri(address) };
  const [found] = await rows(await query('document', { values }));
  if (!found) throw new QueryError('The graph knows no document at this address.');
  const title = found.title ?? found.identifier;
  return {
    title,
    content: [
      h('div.lead', {},
        h('p.eyebrow', {}, 'Document'),
        h('h1.long', { tabindex: '-1' }, title),
        h('div.facts.soft', {}, h('span', {}, [found.publisher, found.issued && day(found.issued), found.identifier].filter(Boolean).join(' · ')),
          /^https?:/.test(found.source ?? '') && h('a', { href: found.source, rel: 'noreferrer' }, 'Original'))),
      h('div.grid', {},
        panel({
          title: 'What it says', name: 'document-reports', parts: { values }, size: 'w7', note: 'Marked: the sentences from which events were read.',
          empty: 'No event was read from it.', show: (reports) => marked(found.text ?? '', reports),
        }),
        panel({
          title: 'What was read from it', name: 'document-reports', parts: { values }, size: 'w5', empty: 'No event was read from it.',
          show: (reports) => h('ul.events', {}, [...new Map(reports.map((row) => [row.report, row])).values()].map((row) => h('li', {},
            h('a', { href: to.of(row.event) }, row.label),
            h('div.facts', {}, h('span', {}, 'reported as'), status(row.reported))))),
        })),
    ],
  };
}

function marked(text, reports) {
  if (!text) return h('div', {}, reports.map((row) => h('p.passage', {}, h('mark', {}, row.sentence))));
  const parts = [];
  let at = 0;
  for (const { sentence } of reports) {
    const begin = text.indexOf(sentence, at);
    if (begin < 0) continue; // the same sentence again
    parts.push(text.slice(at, begin), h('mark', {}, sentence));
    at = begin + sentence.length;
  }
  return h('div.document-text', {}, parts, text.slice(at));
}
