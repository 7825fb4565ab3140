/** The search field: a combobox with a list, by the pattern of ARIA 1.2. People, places and the rest first, then events. */
import { h, put, svg } from './dom.js';
import { addresses, local } from './graph.js';
import { count, days } from './format.js';
import { query, rows, text } from './sparql.js';

const SHORTEST = 2;
const PAUSE = 120;
// Names of events and reports begin so; names of people and places do not.
const NAMES_OF_EVENTS = ['call', 'conference', 'meeting', 'summit', 'talks', 'visit'].map((kind) => ` -"${kind} of"`).join('');
const GROUPS = { Person: 'People', Organization: 'Organizations', Polity: 'Polities', Place: 'Places', Event: 'Events' };

/** Makes the field; `announce` tells screen readers how much was found. */
export function search(announce) {
  const list = h('div.search-list', { id: 'search-list', role: 'listbox', 'aria-label': 'What was found', hidden: true });
  const input = h('input', {
    id: 'search', type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: 'Search people, places, events…',
    'aria-label': 'Search people, organizations, places and events', 'aria-expanded': 'false', 'aria-controls': 'search-list', 'aria-autocomplete': 'list',
  });
  const field = h('div.search', { role: 'search' },
    svg('svg', { viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'aria-hidden': 'true' },
      svg('circle', { cx: 8.5, cy: 8.5, r: 5.5 }), svg('path', { d: 'm13 13 4 4' })),
    input, list);
  let options = [];
  let active = -1;
  let pending;
  let timer;

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  };
  const open = () => {
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  };
  const choose = (index) => {
    options[active]?.element.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[active];
    option.element.setAttribute('aria-selected', 'true');
    option.element.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.element.id);
  };
  const go = (option) => {
    close();
    input.value = '';
    location.href = option.address;
  };

  const show = (groups) => {
    options = [];
    active = -1;
    const parts = groups.map(([title, found]) => {
      const heading = h('div.search-group.eyebrow', { id: `group-${title}` }, title);
      return h('div', { role: 'group', 'aria-labelledby': heading.id }, heading, found.map((item) => {
        const option = { ...item };
        option.element = h('div.search-option', {
          id: `option-${options.length}`, role: 'option', 'aria-selected': 'false',
          onmousedown: (event) => event.preventDefault(), onclick: () => go(option),
        }, h('span.name', {}, item.label), item.count && h('span.count', {}, item.count), item.about && h('span.about', {}, item.about));
        options.push(option);
        return option.element;
      }));
    });
    put(list, options.length ? parts : h('div.search-note', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing of that name.'));
    open();
    announce(options.length ? `${count(options.length, 'result')}.` : 'Nothing of that name.');
  };

  const find = async () => {
    pending?.abort();
    pending = new AbortController();
    const words = input.value.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.join('').length < SHORTEST) return close();
    const prefixes = words.map((word) => `+${word.toLowerCase()}*`).join(' ');
    try {
      const { signal } = pending;
      const [to, things, events] = await Promise.all([
        addresses(),
        query('search-entities', { values: { words: text(prefixes + NAMES_OF_EVENTS) } }).then((q) => rows(q, signal)),
        query('search-events', { values: { words: text(`${prefixes} -"as told by"`) } }).then((q) => rows(q, signal)),
      ]);
      const kinds = Object.keys(GROUPS);
      const items = [
        ...things.map((row) => ({ kind: kinds[row.kind - 1], label: row.label, about: row.description, count: row.events > 0 ? count(row.events, 'event') : '', address: to.of(row.thing) })),
        ...events.map((row) => ({ kind: 'Event', label: row.label, about: [local(row.status), row.earliest && days(row.earliest)].filter(Boolean).join(' · '), address: to.of(row.event) })),
      ];
      show(kinds.map((kind) => [GROUPS[kind], items.filter((item) => item.kind === kind)]).filter(([, found]) => found.length));
    } catch (error) {
      if (error.name === 'AbortError') return undefined;
      options = [];
      put(list, h('div.search-note', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, error.message));
      open();
    }
    return undefined;
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  input.addEventListener('focus', () => input.value && find());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'Escape') {
      if (list.hidden) input.value = '';
      close();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && options.length && !list.hidden) {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      choose((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length);
    } else if (key === 'Enter' && !list.hidden && options.length) {
      event.preventDefault();
      go(options[Math.max(active, 0)]);
    }
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });
  return field;
}
