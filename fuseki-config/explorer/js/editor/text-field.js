/** The field in which the query is written: CodeMirror with its SPARQL mode. */
import { h } from '../dom.js';
import { CODEMIRROR } from '../libraries.js';

const SCRIPTS = ['lib/codemirror.js', 'mode/sparql/sparql.js', 'addon/hint/show-hint.js', 'addon/edit/matchbrackets.js', 'addon/edit/closebrackets.js', 'addon/comment/comment.js'];

/**
 * Puts the field into an element.
 *
 * @param {HTMLElement} parent
 * @param {{run: () => void, hints: () => ?Function}} actions what Ctrl-Enter does, and what completes
 * @returns {Promise<Object>} the editor of CodeMirror
 */
export async function textField(parent, { run, hints }) {
  document.head.prepend(h('link', { rel: 'stylesheet', href: `${CODEMIRROR}lib/codemirror.css` }));
  for (const script of SCRIPTS) await load(CODEMIRROR + script);
  const complete = (editor) => hints() && editor.showHint({ hint: hints(), completeSingle: false });
  const editor = window.CodeMirror(parent, {
    mode: 'application/sparql-query', lineNumbers: true, lineWrapping: true, matchBrackets: true, autoCloseBrackets: true, viewportMargin: Infinity,
    screenReaderLabel: 'SPARQL query; Ctrl-Enter runs it, Ctrl-Space completes a word',
    // Tab leaves the field, as keyboards need it to.
    extraKeys: { 'Ctrl-Enter': run, 'Cmd-Enter': run, 'Ctrl-Space': complete, 'Ctrl-/': 'toggleComment', 'Cmd-/': 'toggleComment', Tab: false, 'Shift-Tab': false },
  });
  editor.on('inputRead', (_, change) => {
    if (/[\w:?$]$/.test(change.text[0]) && !/comment|string/.test(editor.getTokenTypeAt(editor.getCursor()) ?? '')) complete(editor);
  });
  return editor;
}

function load(address) {
  return new Promise((resolve, reject) => {
    document.head.append(h('script', { src: address, onload: resolve, onerror: () => reject(new Error(`${address} cannot be read.`)) }));
  });
}
