/** The example questions: a menu, and a form for what a question leaves open. */
import { h, put } from '../dom.js';
import { QueryError } from '../sparql.js';

const CATALOG = '/queries/';

/** Reads the catalog: name, title, question, keywords, parameters and text of each query. */
export async function catalog() {
  const response = await fetch(CATALOG);
  if (!response.ok) throw new QueryError('The example questions cannot be read.');
  return response.json();
}

/**
 * Makes the menu with the form.
 *
 * @param {Object[]} queries the catalog
 * @param {(text: string, run: boolean) => void} use takes the text of a query, and whether it is to be run
 */
export function examples(queries, use) {
  const form = h('div');
  const menu = h('select', {
    id: 'example',
    onchange: () => {
      const chosen = queries.find(({ name }) => name === menu.value);
      put(form, chosen && [h('p.question', {}, chosen.question), chosen.parameters.length > 0 && parameters(chosen, use)]);
      if (chosen) use(chosen.text, false);
    },
  }, h('option', { value: '' }, 'Choose a question…'), queries.map(({ name, title }) => h('option', { value: name }, title)));
  return [h('div.field', {}, h('label', { for: 'example' }, 'Example questions'), menu), form];
}

function parameters({ name, parameters: all }, use) {
  const problem = h('p.denied.small', { role: 'alert' });
  return h('form', {
    onsubmit: async (event) => {
      event.preventDefault();
      const given = new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value.trim() !== ''));
      const response = await fetch(`${CATALOG}${name}.rq?${given}`);
      const answer = await response.text();
      problem.textContent = response.ok ? '' : answer;
      if (response.ok) use(answer, true);
    },
  }, h('div.parameters', {}, all.map((parameter) => h('div.field', {},
    h('label', { for: `parameter-${parameter.name}` }, parameter.name),
    h('input', {
      id: `parameter-${parameter.name}`, name: parameter.name, value: parameter.default ?? parameter.example, required: parameter.required,
      'aria-describedby': `about-${parameter.name}`,
    }),
    h('span.hint', { id: `about-${parameter.name}` }, parameter.description)))),
  problem, h('button.button', { type: 'submit' }, 'Ask with these'));
}
