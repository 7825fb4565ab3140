/** A panel: the answer to one query, with the query, its rows as files, and its picture as a file. */
import { h, put } from './dom.js';
import { QueryError, download, query, rows } from './sparql.js';
import { number } from './format.js';

let signal = new AbortController().signal;

/** Says which page is being shown: queries of panels made from now on end with it. */
export function panelsEndWith(next) {
  signal = next;
}

/**
 * Makes a panel and asks its query.
 *
 * @param {Object} options
 * @param {string} options.title
 * @param {string} [options.note] a sentence below the title
 * @param {string} options.name of the query in `queries/`
 * @param {Object} [options.parts] values, flags and page, as `query` of sparql.js takes them
 * @param {(rows: Object[], panel: Panel) => Node|Node[]|null} options.show draws the rows; null where there is nothing to show
 * @param {string} [options.empty] what to say where there is nothing
 * @param {string} [options.size] classes of the panel
 * @param {boolean} [options.hideEmpty] takes the panel away where there is nothing
 */
export function panel(options) {
  return new Panel(options).element;
}

class Panel {
  constructor({ title, note, name, parts = {}, show, empty = 'Nothing is told of this.', size = 'w12', hideEmpty = false }) {
    Object.assign(this, { title, name, parts, show, empty, hideEmpty });
    this.body = h('div.panel-body', {}, waiting());
    this.tools = h('div.panel-tools', { role: 'group', 'aria-label': `${title}: query and files` });
    this.heading = h('h2', {}, title);
    this.note = h('p.panel-note', {}, note ?? '');
    this.element = h(`section.panel.${size.split(' ').join('.')}`, { 'aria-busy': 'true', 'data-query': name },
      h('div.panel-head', {}, this.heading, this.tools), this.note, this.body);
    this.note.hidden = !note;
    this.ready = this.load();
  }

  async load() {
    this.element.setAttribute('aria-busy', 'true');
    try {
      this.sparql = await query(this.name, this.parts);
      this.rows = await rows(this.sparql, signal);
      this.picture = null;
      const shown = this.rows.length || this.parts.page?.offset ? await this.show(this.rows, this) : null;
      if (!shown && this.hideEmpty) this.element.remove();
      put(this.body, shown ?? h('p.empty', {}, this.empty));
      put(this.tools, this.links());
    } catch (error) {
      if (error.name === 'AbortError') return;
      put(this.body, failure(error, () => this.load()));
      if (this.sparql) put(this.tools, this.sparqlLink());
    } finally {
      this.element.setAttribute('aria-busy', 'false');
    }
  }

  sparqlLink() {
    return h('a.tool', { href: editorAddress(this.sparql), 'aria-label': `${this.title}: show the SPARQL` }, 'Show the SPARQL');
  }

  links() {
    const whole = this.sparql.replace(/LIMIT \d+ OFFSET \d+/, 'LIMIT 10000');
    const file = (format, label) => h('a.tool', {
      href: download(whole, format), download: `${this.name}.${format}`, 'aria-label': `${this.title}: download ${label}`,
    }, label);
    return [
      this.sparqlLink(), file('csv', 'CSV'), file('json', 'JSON'),
      this.picture && ['PNG', 'SVG'].map((format) => h('button.tool', {
        type: 'button', onclick: () => this.picture(format, this.name), 'aria-label': `${this.title}: download the picture as ${format}`,
      }, format)),
    ];
  }

  /** Puts a pager under rows: `limit` a page. */
  pager() {
    const { limit, offset } = this.parts.page;
    const turn = (to, label) => h('button.button', {
      type: 'button', disabled: to === null, 'aria-label': `${this.title}: ${label} page`,
      onclick: async () => {
        this.parts = { ...this.parts, page: { limit, offset: to } };
        await this.load();
        this.heading.setAttribute('tabindex', '-1');
        this.heading.focus({ preventScroll: true });
      },
    }, label);
    const more = this.rows.length === limit;
    if (!more && offset === 0) return null;
    return h('div.pager', {},
      h('span', {}, this.rows.length ? `Rows ${number(offset + 1)} to ${number(offset + this.rows.length)}` : 'No more rows'),
      h('div.chips', {}, turn(offset > 0 ? Math.max(0, offset - limit) : null, 'Previous'), turn(more ? offset + limit : null, 'Next')));
  }
}

/** Returns the address of the editor with a query in it. */
export function editorAddress(sparql) {
  return `/sparql.html#query=${encodeURIComponent(sparql)}`;
}

export function waiting() {
  return h('div.waiting', { 'aria-hidden': 'true' }, h('span'), h('span'), h('span'));
}

/** Says what went wrong, with a button to try again. */
export function failure(error, again, what = 'This could not be shown.') {
  if (!(error instanceof QueryError)) console.error(error);
  return h('div.failure', { role: 'alert' },
    h('strong', {}, what), h('pre', {}, error.message),
    again && h('button.button', { type: 'button', onclick: again }, 'Try again'));
}

/**
 * Makes a table.
 *
 * @param {string} caption for screen readers
 * @param {{title: string, type?: string, cell: (row: Object) => Node|string|null}[]} columns
 */
export function table(caption, columns, found) {
  return h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': caption },
    h('table.stack', {},
      h('caption.visually-hidden', {}, caption),
      h('thead', {}, h('tr', {}, columns.map(({ title, type }) => h('th', { scope: 'col', class: type }, title)))),
      h('tbody', {}, found.map((row) => h('tr', {}, columns.map(({ title, type, cell }) => h('td', { class: type, 'data-title': title }, cell(row))))))));
}
