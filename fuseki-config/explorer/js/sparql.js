/** The client of the SPARQL service: reads the queries of `queries/`, puts values in, and asks. */

export const ENDPOINT = '/entente/sparql';
const LONGEST_ADDRESS = 6000;

const texts = new Map();

/** An answer of the service that is no result; its message is for people. */
export class QueryError extends Error {}

/** Writes an IRI as SPARQL; throws where it is none. */
export function iri(value) {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/.test(value)) throw new QueryError(`Not an address: ${value}`);
  return `<${value}>`;
}

/** Writes a string as SPARQL. */
export function text(value) {
  const escaped = value.replace(/[\\"\n\r\t]/g, (c) => ({ '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c]);
  return `"${escaped}"`;
}

/** Writes a day, YYYY-MM-DD, as SPARQL. */
export function day(value) {
  return `${text(value)}^^xsd:date`;
}

/**
 * Returns a query of `queries/` with other values.
 *
 * A block `VALUES ?name { … }` takes the terms of `values.name`; a line that ends in `# if: name` stays where
 * `flags.name` is true, and goes otherwise; `page` replaces the limit and offset that stand last.
 *
 * @param {string} name of the file, without `.rq`
 * @param {{values?: Object<string, string|string[]>, flags?: Object<string, boolean>, page?: {limit: number, offset: number}}} parts
 *     terms as SPARQL writes them, by `iri`, `text` and `day`
 */
export async function query(name, { values = {}, flags = {}, page } = {}) {
  if (!texts.has(name)) texts.set(name, fetchText(`/explorer/queries/${name}.rq`));
  return bind(await texts.get(name), values, flags, page);
}

/** Puts terms, conditions and a page into the text of a query, as `query` tells. */
export function bind(template, values, flags = {}, page) {
  let bound = template
    .split('\n')
    .filter((line) => {
      const condition = line.match(/# if: (\w+)\s*$/);
      return !condition || flags[condition[1]];
    })
    .map((line) => line.replace(/\s*# if: \w+\s*$/, ''))
    .join('\n');
  for (const [name, terms] of Object.entries(values)) {
    const block = new RegExp(`VALUES \\?${name} \\{ (?:"(?:[^"\\\\]|\\\\.)*"|[^}"])* \\}`, 'g');
    bound = bound.replace(block, () => `VALUES ?${name} { ${[].concat(terms).join(' ')} }`);
  }
  if (page) bound = bound.replace(/LIMIT \d+ OFFSET \d+/, () => `LIMIT ${page.limit} OFFSET ${page.offset}`);
  return bound;
}

async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new QueryError(`The page's file ${address} is missing.`);
  return response.text();
}

/**
 * Asks a query that selects or asks.
 *
 * @returns {Promise<{vars: string[], rows: Object[], boolean?: boolean}>} rows hold terms of the SPARQL 1.1 results in JSON
 */
export async function ask(sparql, signal) {
  const response = await send(sparql, 'application/sparql-results+json, text/turtle;q=0.5', signal);
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) return { vars: [], rows: [], text: await response.text() };
  const answer = await response.json();
  return { vars: answer.head.vars ?? [], rows: answer.results?.bindings ?? [], boolean: answer.boolean };
}

/** Asks a query and returns its rows with plain strings, as pages use them. */
export async function rows(sparql, signal) {
  return (await ask(sparql, signal)).rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));
}

/** Returns the address at which the service answers a query as a file. */
export function download(sparql, format) {
  return `${ENDPOINT}?${new URLSearchParams({ query: sparql, format })}`;
}

/** Asks a query and returns the answer as a file of that media type. */
export async function file(sparql, type) {
  return (await send(sparql, type)).blob();
}

async function send(sparql, accept, signal) {
  const address = `${ENDPOINT}?${new URLSearchParams({ query: sparql })}`;
  const long = address.length > LONGEST_ADDRESS;
  let response;
  try {
    response = await fetch(long ? ENDPOINT : address, {
      method: long ? 'POST' : 'GET',
      headers: { Accept: accept, ...(long && { 'Content-Type': 'application/sparql-query' }) },
      body: long ? sparql : undefined,
      signal,
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new QueryError('The server does not answer. Is it still running?');
  }
  if (response.ok) return response;
  const reason = (await response.text()).trim();
  const retry = response.headers.get('Retry-After');
  throw new QueryError(
    response.status === 503 ? `${reason || 'The query took too long, or the server is busy.'}${retry ? ` Try again in ${retry} seconds.` : ''}`
      : reason || `The server answers ${response.status}.`);
}
