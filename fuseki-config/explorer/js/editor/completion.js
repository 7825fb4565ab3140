/** Completion in the editor: variables of the query, prefixes, keywords, and the terms that the graph's own ontology defines. */
import { h } from '../dom.js';
import { query, rows } from '../sparql.js';

const KEYWORDS = ('SELECT CONSTRUCT ASK DESCRIBE DISTINCT WHERE FILTER OPTIONAL UNION MINUS BIND VALUES GRAPH EXISTS NOT AS ORDER BY GROUP HAVING '
  + 'LIMIT OFFSET ASC DESC PREFIX COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG DATATYPE BOUND IF COALESCE CONTAINS STRSTARTS STRENDS '
  + 'STRAFTER STRBEFORE SUBSTR STRLEN LCASE UCASE CONCAT REPLACE REGEX YEAR MONTH DAY NOW IRI UNDEF true false').split(' ');
const KINDS = { Class: 'class', ObjectProperty: 'property', DatatypeProperty: 'property', Concept: 'concept' };

/** Reads what can be completed: prefixes and terms from the graph, and the terms that the example queries use. */
export async function vocabulary(examples) {
  const [declared, terms] = await Promise.all(['prefixes', 'vocabulary'].map(async (name) => rows(await query(name))));
  const prefixes = new Map(declared.map((row) => [row.prefix, row.namespace]));
  const names = new Map();
  for (const { text } of examples) {
    for (const [, prefix, namespace] of text.matchAll(/^\s*PREFIX\s+([\w-]*):\s*<([^>]*)>/gim)) prefixes.set(prefix, namespace);
    for (const [name, prefix] of text.replace(/#.*$|<[^>]*>|"(?:[^"\\]|\\.)*"/gm, '').matchAll(/\b([a-z][\w-]*):\w+/g)) {
      if (prefixes.has(prefix)) names.set(name, '');
    }
  }
  for (const { term, kind, definition } of terms) {
    const [prefix] = [...prefixes].find(([, namespace]) => term.startsWith(namespace)) ?? [];
    if (prefix !== undefined) {
      names.set(`${prefix}:${term.slice(prefixes.get(prefix).length)}`, `${KINDS[kind.split('#').at(-1)]}: ${definition ?? ''}`);
    }
  }
  return { prefixes, names: [...names].sort(([a], [b]) => a.localeCompare(b)) };
}

/** Returns the function that CodeMirror's hints ask. */
export function hints({ prefixes, names }) {
  return (editor) => {
    const cursor = editor.getCursor();
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const word = /(?:[?$]?[\w-]*|[\w-]+:[\w-]*)$/.exec(before)[0];
    const from = { line: cursor.line, ch: cursor.ch - word.length };
    return { from, to: cursor, list: word.match(/^[?$]/) ? variables(editor, word) : [...terms(word), ...openings(word), ...keywords(word)] };
  };

  function variables(editor, word) {
    const all = new Set(editor.getValue().match(/[?$]\w+/g));
    all.delete(word);
    return [...all].filter((name) => name.toLowerCase().startsWith(word.toLowerCase())).sort();
  }

  function terms(word) {
    const wanted = word.toLowerCase();
    return names
      .filter(([name]) => (word.includes(':') ? name.toLowerCase().startsWith(wanted) : wanted.length > 1 && name.split(':')[1].toLowerCase().startsWith(wanted)))
      .map(([name, definition]) => ({
        text: name,
        render: (element) => element.append(name, h('span.soft', {}, definition)),
        hint: (editor, data) => {
          editor.replaceRange(name, data.from, data.to);
          declare(editor, name.split(':')[0]);
        },
      }));
  }

  function openings(word) {
    return word.includes(':') ? [] : [...prefixes.keys()].filter((prefix) => word && prefix.startsWith(word.toLowerCase())).map((prefix) => ({
      text: `${prefix}:`,
      render: (element) => element.append(`${prefix}:`, h('span.soft', {}, prefixes.get(prefix))),
      hint: (editor, data) => {
        editor.replaceRange(`${prefix}:`, data.from, data.to);
        declare(editor, prefix);
      },
    }));
  }

  function keywords(word) {
    return word && !word.includes(':') ? KEYWORDS.filter((keyword) => keyword.toLowerCase().startsWith(word.toLowerCase())) : [];
  }

  /** Puts the declaration of a prefix before the query where it is missing. */
  function declare(editor, prefix) {
    if (!new RegExp(`^\\s*PREFIX\\s+${prefix}:`, 'im').test(editor.getValue())) {
      const line = Math.max(0, editor.getValue().split('\n').findIndex((text) => !text.startsWith('#') && text.trim() !== ''));
      editor.replaceRange(`PREFIX ${prefix}: <${prefixes.get(prefix)}>\n`, { line, ch: 0 });
    }
  }
}
