/** Adding texts: a text, files or addresses; the password of the server lets them in, and their way into the graph is shown. */
import { h, put } from '../dom.js';
import { count } from '../format.js';
import { failure } from '../panel.js';
import { QueryError } from '../sparql.js';

const DOCUMENTS = '/documents';
const GLANCE = 700;
const STATES = {
  queued: 'Waits for others', fetching: 'Fetching the pages', reading: 'Reading', joining: 'Joining reports into events', checking: 'Checking the graph',
  done: 'Done: the graph has it', failed: 'Failed: the graph is as before',
};
const ENDED = ['done', 'failed'];
const TYPES = { txt: 'text/plain', md: 'text/markdown', html: 'text/html', htm: 'text/html', json: 'application/json', jsonl: 'application/x-ndjson', ndjson: 'application/x-ndjson' };

export async function add(to) {
  const response = await fetch(DOCUMENTS);
  const { adding, fetching } = response.ok ? await response.json() : {};
  return {
    title: 'Add texts',
    content: [
      h('div.lead', {}, h('h1', { tabindex: '-1' }, 'Add texts'),
        h('p.about', {}, adding ? 'What you add is read on this server, and its events are in the graph a little later, beside those that are there.'
          : 'This server takes no texts from here. Add them where it runs, with entente build.')),
      adding && form(fetching, to),
    ],
  };
}

function form(fetching, to) {
  const progress = h('div', { 'aria-live': 'polite' }, h('p.soft', {}, 'Nothing was sent yet.'));
  const password = h('input', { id: 'password', type: 'password', autocomplete: 'current-password', required: true, 'aria-describedby': 'about-password' });
  const send = h('button.button.primary', { type: 'submit' }, 'Add');
  const ways = [['text', 'A text', text()], ['files', 'Files', files()], ...(fetching ? [['addresses', 'Addresses', addressesOf()]] : [])];
  const shown = h('div', {}, ways[0][2]);
  const way = (name) => ways.find(([known]) => known === name);
  return h('div.grid', {},
    h('section.panel.w7', { 'aria-label': 'What to add' }, h('form.panel-body', {
      onsubmit: async (event) => {
        event.preventDefault();
        send.disabled = true;
        try {
          for (const body of bodies(new FormData(event.target))) await watch(await post(body, password.value), password.value, progress, to);
        } catch (error) {
          put(progress, failure(error, null, 'This was not added.'));
        } finally {
          send.disabled = false;
        }
      },
    },
    h('fieldset', {}, h('legend', {}, 'What to add'), h('div.choices', {}, ways.map(([name, label], i) => h('label.choice', {},
      h('input', { type: 'radio', name: 'way', value: name, checked: i === 0, onchange: () => put(shown, way(name)[2]) }), label)))),
    shown,
    h('div.parameters', {}, field('password', 'Password of the server', password, 'The server told it when it was first started. It is not kept here.')),
    send)),
    h('section.panel.w5', { 'aria-label': 'Progress' }, h('div.panel-head', {}, h('h2', {}, 'Progress')),
      h('div.panel-body', {}, progress)));
}

const field = (id, label, control, hint) => h('div.field', {}, h('label', { for: id }, label), control, hint && h('span.hint', { id: `about-${id}` }, hint));
const input = (name, attributes = {}) => h('input', { id: name, name, ...attributes });

function text() {
  return h('div', {},
    h('div.parameters', {}, field('title', 'Title', input('title')), field('published', 'Published on', input('published', { type: 'date', 'aria-describedby': 'about-published' }), 'The day by which “on Friday” is understood.'),
      field('source', 'Publisher', input('source')), field('url', 'Address of the original', input('url', { type: 'url' }))),
    h('div.parameters', {}, field('text', 'Text', h('textarea', { id: 'text', name: 'text', rows: 12, required: true }))));
}

function files() {
  return h('div.parameters', {}, field('files', 'Texts, Markdown, saved web pages, or records as JSON or JSON Lines', h('input', { id: 'files', name: 'files', type: 'file', multiple: true, required: true, accept: Object.keys(TYPES).map((ending) => `.${ending}`).join() })),
    field('published', 'Published on, where a file does not say it', input('published', { type: 'date' })));
}

function addressesOf() {
  return h('div.parameters', {}, field('urls', 'Addresses, one a line', h('textarea', { id: 'urls', name: 'urls', rows: 6, required: true, 'aria-describedby': 'about-urls' }), 'The server fetches these pages.'),
    field('published', 'Published on, where a page does not say it', input('published', { type: 'date' })));
}

/** Returns what is to be posted: parameters, type and body; one for each file. */
function bodies(given) {
  const parameters = (...names) => new URLSearchParams(names.map((name) => [name, given.get(name) ?? '']).filter(([, value]) => value.trim()));
  switch (given.get('way')) {
    case 'files':
      return given.getAll('files').map((file) => ({ parameters: parameters('published'), type: TYPES[file.name.split('.').at(-1).toLowerCase()] ?? 'text/plain', body: file }));
    case 'addresses':
      return [{ parameters: parameters('published'), type: 'application/json', body: JSON.stringify({ urls: given.get('urls').split(/\s+/).filter(Boolean) }) }];
    default:
      return [{ parameters: parameters('title', 'published', 'source', 'url'), type: 'text/plain', body: given.get('text') }];
  }
}

async function call(address, password, options = {}) {
  let response;
  try {
    response = await fetch(address, { ...options, credentials: 'omit', headers: { ...options.headers, Authorization: `Bearer ${password}` } });
  } catch {
    throw new QueryError('The server does not answer. Is it still running?');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new QueryError(answer.error ?? `The server answers ${response.status}.`);
  return answer;
}

function post({ parameters, type, body }, password) {
  return call(`${DOCUMENTS}?${parameters}`, password, { method: 'POST', headers: { 'Content-Type': type }, body });
}

/** Shows a job until it has ended. */
async function watch(job, password, progress, to) {
  const element = h('article.report');
  if (!progress.querySelector('article')) put(progress);
  progress.prepend(element);
  let now = job;
  for (;;) {
    put(element, draw(now, to));
    if (ENDED.includes(now.state)) return;
    await new Promise((resolve) => { setTimeout(resolve, GLANCE); });
    now = await call(job.job, password);
  }
}

function draw({ state, documents, reports, events, ids, message, problems }, to) {
  const ended = ENDED.includes(state);
  return [
    h('strong', {}, STATES[state] ?? state),
    !ended && h('progress', { 'aria-label': STATES[state] ?? state, max: Math.max(documents.known, 1), ...(state === 'reading' && documents.known > 0 && { value: documents.done }) }),
    message && h('p.denied', {}, message),
    h('p.small', {}, [count(documents.added, 'text'), ' added, ', String(documents.replaced), ' replaced, ', String(documents.unchanged), ' known already, ', String(documents.refused), ' refused; ',
      count(reports, 'report'), ' read', state === 'done' && `; ${count(events, 'event')} in the graph`]),
    problems.length > 0 && h('ul.small', {}, problems.map((problem) => h('li', {}, `${problem.origin}: ${problem.message}`, problem.advice && h('span.soft', {}, ` ${problem.advice}`)))),
    state === 'done' && ids.length > 0 && h('p', {}, ids.slice(0, 20).map((id) => h('a.chip', { href: to.document(id) }, id))),
  ];
}
