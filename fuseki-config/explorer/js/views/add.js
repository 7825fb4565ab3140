import { h } from '../dom.js';
export async function add() { return { title: 'Add texts', content: [h('h1', { tabindex: '-1' }, 'Add texts')] }; }
