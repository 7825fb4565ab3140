/** The page of the editor: a question from the menu or of one's own, and its answer. */
import { redraw } from './charts.js';
import { h, put } from './dom.js';
import { hints, vocabulary } from './editor/completion.js';
import { catalog, examples } from './editor/examples.js';
import { results } from './editor/results.js';
import { textField } from './editor/text-field.js';
import { addresses, local } from './graph.js';
import { editorAddress, failure, waiting } from './panel.js';
import { shell, shown } from './shell.js';
import { ask } from './sparql.js';
import { count } from './format.js';

const FIRST = `PREFIX dip: <https://w3id.org/entente/diplomacy#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?event ?label ?earliest WHERE {
  ?event a dip:Meeting ; dip:status dip:Held ; rdfs:label ?label ; dip:earliestDate ?earliest .
}
ORDER BY DESC(?earliest)
LIMIT 20
`;

const field = h('div.editor');
const answer = h('section.panel', { hidden: true, 'aria-label': 'Answer' });
const state = h('span.soft.small', { role: 'status' });
const runButton = h('button.button.primary', { type: 'button', onclick: () => (running ? running.abort() : run()) }, 'Run');
const menu = h('div', {}, waiting());
let editor;
let completion = null;
let prefixes = new Map();
let running = null;
let wrong = null;

async function run() {
  const sparql = editor.getValue();
  history.replaceState(null, '', editorAddress(sparql));
  if (wrong !== null) editor.removeLineClass(wrong, 'background', 'wrong-line');
  wrong = null;
  running = new AbortController();
  runButton.textContent = 'Stop';
  state.textContent = 'Running…';
  answer.setAttribute('aria-busy', 'true');
  const started = performance.now();
  try {
    const [to, found] = await Promise.all([addresses(), ask(sparql, running.signal)]);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    state.textContent = `${found.text === undefined ? count(found.rows.length, 'row') : 'Answered'} in ${seconds} s`;
    answer.hidden = false;
    await results(answer, found, sparql, to, short);
  } catch (error) {
    answer.hidden = error.name === 'AbortError';
    state.textContent = error.name === 'AbortError' ? 'Stopped.' : 'The query failed.';
    if (error.name !== 'AbortError') {
      put(answer, h('div.panel-body', {}, failure(error, null, 'The query failed.')));
      markLine(error.message);
    }
  } finally {
    running = null;
    runButton.textContent = 'Run';
    answer.setAttribute('aria-busy', 'false');
  }
}

/** Marks the line of the query that the message names. */
function markLine(message) {
  const line = /line:? (\d+)/i.exec(message);
  if (line && Number(line[1]) <= editor.lineCount()) {
    wrong = editor.addLineClass(Number(line[1]) - 1, 'background', 'wrong-line');
    editor.scrollIntoView({ line: Number(line[1]) - 1, ch: 0 }, 60);
  }
}

function short(iri) {
  for (const [prefix, namespace] of prefixes) {
    const name = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && /^[\w-]+$/.test(name)) return `${prefix}:${name}`;
  }
  return local(iri) || iri;
}

function given() {
  return new URLSearchParams(location.hash.slice(1)).get('query');
}

async function start() {
  shell(redraw);
  shown('/sparql.html');
  put(document.getElementById('main'),
    h('div.lead', {}, h('h1', { tabindex: '-1' }, 'Ask in SPARQL'),
      h('p.about', {}, 'Begin with a question, change it, and take the answer with you. Ctrl-Enter runs the query, Ctrl-Space completes a word.')),
    h('div.grid', {},
      h('section.panel', { 'aria-label': 'Query' }, h('div.panel-body', {}, h('div.query-head', {}, menu), field,
        h('div.run-row', {}, runButton, state, h('a.tool', { href: '/ontology' }, 'Terms of the ontology')))),
      answer));
  try {
    editor = await textField(field, { run, hints: () => completion });
    editor.setValue(given() ?? FIRST);
    window.addEventListener('hashchange', () => {
      if (given() !== null && given() !== editor.getValue()) {
        editor.setValue(given());
        run();
      }
    });
    if (given()) run();
    const queries = await catalog();
    put(menu, examples(queries, (text, now) => {
      editor.setValue(text);
      if (now) run();
    }));
    const known = await vocabulary(queries);
    prefixes = known.prefixes;
    completion = hints(known);
  } catch (error) {
    put(menu, failure(error));
  }
}

start();
