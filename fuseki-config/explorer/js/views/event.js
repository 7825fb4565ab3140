/** The page of an event: who, where and when; what became of it; and what each source says, in its own words. */
import * as charts from '../charts.js';
import { h } from '../dom.js';
import { count, day, days, duration, kind, status } from '../format.js';
import { KINDS, local, wikidata } from '../graph.js';
import { panel } from '../panel.js';
import { iri, query, rows, QueryError } from '../sparql.js';

const CONTEXT = 240; // characters before and after a sentence, as in event-reports.rq
const ROLES = { HostRole: 'Host', GuestRole: 'Guest', MediatorRole: 'Mediator' };

export async function event(address, to) {
  const parts = { values: { event: iri(address) } };
  const facts = await rows(await query('event', parts));
  if (!facts.length) throw new QueryError('The graph knows no event at this address.');
  const of = (name) => facts.filter((row) => local(row.property) === name);
  const one = (name) => of(name)[0]?.value;
  const label = one('label') ?? local(address);
  return {
    title: label,
    content: [
      lead(label, of, one, to),
      h('div.grid', {},
        panel({ title: 'Who took part', name: 'event-parties', parts, size: 'w8 stretch', show: (found) => sides(found, to) }),
        panel({
          title: 'Status over time', name: 'event-reports', parts, size: 'w4 stretch', note: 'What the documents said, in the order of their days.',
          show: (found) => history(found),
        }),
        panel({ title: 'Where the sources disagree', name: 'event-conflicts', parts, hideEmpty: true, show: (found) => disputes(found) }),
        panel({ title: 'What each source says', name: 'event-reports', parts, size: 'w8', show: (found) => reports(found, to) }),
        h('div.w4.grid', {},
          panel({
            title: 'Places', name: 'event-places', parts, note: 'Every place that a document names for it.', empty: 'No place is told.',
            show: (found, self) => places(found, self, to),
          }),
          panel({
            title: 'Within it', name: 'event-parts', parts: { values: { whole: iri(address) } }, hideEmpty: true,
            show: (found) => h('ul.events', {}, found.map((row) => h('li', {}, h('a', { href: to.of(row.event) }, row.label), h('div.facts', {}, status(row.status))))),
          }))),
    ],
  };
}

function lead(label, of, one, to) {
  const what = of('type').find((row) => KINDS.includes(local(row.value)));
  const detail = (title, ...value) => (value.flat().filter(Boolean).length ? [h('dt', {}, title), h('dd', {}, value)] : null);
  return h('div.lead', {},
    h('div.facts', {}, what && kind(what.value), one('status') && status(one('status')),
      h('span.soft', {}, `${count(one('reportCount') ?? 0, 'report')} from ${count(one('sourceCount') ?? 0, 'independent source')}`)),
    h('h1.long', { tabindex: '-1' }, label),
    h('dl.details', {},
      detail('When', days(one('earliestDate'), one('latestDate')),
        one('earliestDate') && one('earliestDate') !== one('latestDate') && h('span.soft', {}, ' (on a day between these)')),
      detail('Where', of('place').map((row) => h('a', { href: to.of(row.value) }, row.label))),
      detail('How long', one('duration') && duration(one('duration'))),
      detail('Form', of('format').map((row) => row.label ?? local(row.value)).join(', ')),
      detail('Result', of('outcome').map((row) => row.label ?? local(row.value)).join(', ')),
      detail('About', [...new Set(of('topic').map((row) => row.value))].join('; ')),
      detail('Part of', of('partOf').map((row) => h('a', { href: to.of(row.value) }, row.label))),
      detail('Wikidata', [...of('exactMatch'), ...of('closeMatch')].map((row) => wikidata(row.value)).filter(Boolean)
        .map((item) => h('a', { href: item.address, rel: 'noreferrer' }, item.id))),
      detail('Confidence', one('confidence') && `${Math.round(one('confidence') * 100)} %`, h('span.soft', {}, ' that it is read as a person would read it'))));
}

/** Groups who took part by whom they stood for; those who were missing come last. */
function sides(found, to) {
  const groups = new Map();
  for (const row of found) {
    const absent = local(row.role) === 'absentee';
    const key = absent ? 'absent' : row.side;
    if (!groups.has(key)) groups.set(key, { absent, row, parties: new Map() });
    const party = groups.get(key).parties.get(row.party) ?? { ...row, offices: new Set() };
    if (row.office) party.offices.add(row.office);
    groups.get(key).parties.set(row.party, party);
  }
  const order = (group) => (group.absent ? 2 : [...group.parties.values()].some((p) => local(p.role) === 'MediatorRole') ? 1 : 0);
  return h('div.sides', {}, [...groups.values()].sort((a, b) => order(a) - order(b)).map(({ absent, row, parties }) =>
    h(absent ? 'div.side.absent' : 'div.side', {},
      h('h3', {}, absent ? 'Said to be absent' : row.side === row.party ? 'For themselves' : h('a', { href: to.of(row.side) }, row.sideLabel ?? local(row.side))),
      h('ul', {}, [...parties.values()].map((party) => h('li', {},
        h('div.facts', {}, h('a.name', { href: to.of(party.party) }, party.label),
          ROLES[local(party.role)] && h('span.badge.kind', {}, ROLES[local(party.role)])),
        party.offices.size > 0 && h('div.office', {}, [...party.offices].join(', '))))))));
}

function byReport(found) {
  const all = new Map();
  for (const row of found) {
    if (!all.has(row.report)) all.set(row.report, { ...row, passages: [] });
    all.get(row.report).passages.push(row);
  }
  return [...all.values()];
}

function history(found) {
  return h('ol.history', {}, byReport(found).map((report) => h('li', { class: local(report.status).toLowerCase() },
    h('div.facts', {}, h('span.soft.number', {}, report.issued ? day(report.issued) : 'no day'), status(report.status)),
    h('div', {}, report.title ?? report.identifier))));
}

function disputes(found) {
  const aspects = new Map();
  for (const row of found) {
    const documents = aspects.get(row.aspect) ?? new Map();
    for (const [said, document] of [[row.said, row.document], [row.alsoSaid, row.otherDocument]]) {
      documents.set(document, (documents.get(document) ?? new Set()).add(said));
    }
    aspects.set(row.aspect, documents);
  }
  return h('div.disputes', {}, [...aspects].map(([aspect, documents]) => h('div.dispute', {},
    h('p.eyebrow', {}, aspect),
    h('ul', {}, alike(documents).map(([said, of]) => h('li', {}, h('q', {}, said), h('div.soft.small', {}, of.sort().join(', '))))))));
}

/** Brings documents together that say the same. */
function alike(documents) {
  const said = new Map();
  for (const [document, values] of documents) {
    const all = [...values].sort().join('; ');
    said.set(all, [...(said.get(all) ?? []), document]);
  }
  return [...said];
}

function reports(found, to) {
  return h('div', {}, byReport(found).map((report) => h('article.report', {},
    h('div.report-head', {},
      h('h3', {}, h('a', { href: to.of(report.document) }, report.title ?? report.identifier)),
      status(report.status)),
    h('div.facts.soft', {},
      h('span', {}, [report.publisher, report.issued && day(report.issued)].filter(Boolean).join(', ') || report.identifier),
      source(report.source)),
    passages(report.passages),
    h('div.facts', {},
      report.from && h('span', {}, h('span.soft', {}, 'When: '), days(report.from, report.to), report.dateText && ` (“${report.dateText}”)`),
      report.duration && h('span', {}, h('span.soft', {}, 'How long: '), `“${report.duration}”`),
      report.topic && h('span', {}, h('span.soft', {}, 'About: '), `“${report.topic}”`),
      report.confidence && h('span', {}, h('span.soft', {}, 'Confidence: '), `${Math.round(report.confidence * 100)} %`)),
    report.derivation && h('details', {}, h('summary', {}, 'How it was read'), h('pre', {}, report.derivation)))));
}

function source(address) {
  return /^https?:/.test(address ?? '') ? h('a', { href: address, rel: 'noreferrer' }, 'Original') : null;
}

/** The sentences of a report, marked, with what stands around them; sentences alone where that is not known. */
function passages(found) {
  return stretches(found).map(({ text, start, sentences }) => {
    if (text === null) return h('blockquote', {}, sentences.map(({ sentence }) => [h('mark', {}, sentence), ' ']));
    const parts = [];
    let at = 0;
    for (const { sentence, begin } of sentences) {
      const place = nearest(text, sentence, begin - start);
      if (place < at) continue; // the same sentence, as evidence for another part
      parts.push(readable(at === 0 && start > 0 ? text.slice(0, place).replace(/^\S*\s/, '… ') : text.slice(at, place)), h('mark', {}, readable(sentence)));
      at = place + sentence.length;
    }
    const rest = text.slice(at).replace(/\s\S*$/, '');
    return h('blockquote', {}, parts, readable(rest), rest.trim() ? ' …' : '');
  });
}

/** Joins the windows around a report's sentences where they overlap, and say the same there. */
function stretches(found) {
  const joined = [];
  for (const row of found) {
    const begin = Number(row.begin);
    const sentence = { sentence: row.sentence, begin };
    const start = Math.max(begin - CONTEXT, 0);
    const known = row.window && nearest(row.window, row.sentence, begin - start) >= 0;
    const last = joined.at(-1);
    const shared = last?.text && known ? last.start + last.text.length - start : -1;
    if (shared >= 0 && last.text.endsWith(row.window.slice(0, shared))) {
      last.text += row.window.slice(shared);
      last.sentences.push(sentence);
    } else {
      joined.push({ text: known ? row.window : null, start, sentences: [sentence] });
    }
  }
  return joined;
}

/** Takes out marks of headings and the line breaks inside of paragraphs. */
function readable(text) {
  return text.replace(/^#+ /gm, '').split(/\n\s*\n/).map((paragraph) => paragraph.replace(/[ \t]*\n[ \t]*/g, ' ')).join('\n');
}

function nearest(text, part, wanted) {
  let best = -1;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  }
  return best;
}

async function places(found, self, to) {
  const named = new Map();
  for (const row of found) named.set(row.place, { ...row, reports: (named.get(row.place)?.reports ?? 0) + 1 });
  const all = [...named.values()];
  const located = all.map((row) => ({ ...row, events: 1, text: `named by ${count(row.reports, 'report')}` }));
  return [
    await charts.map(self, located, to.of, 'low'),
    h('ul.ranking', {}, all.map((row) => h('li', {}, h('a', { href: to.of(row.place) }, row.label), h('span.soft.small', {}, count(row.reports, 'report'))))),
  ];
}
