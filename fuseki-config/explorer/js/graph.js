/** What the pages know of the graph: its base address, how things are linked, and how kinds and statuses are called. */
import { query, rows } from './sparql.js';

export const DIP = 'https://w3id.org/entente/diplomacy#';
const WIKIDATA = 'http://www.wikidata.org/entity/';

let described;

/** Returns the description of the dataset: base, title, description, modified, license, triples. */
export function dataset() {
  described ??= query('dataset').then((sparql) => rows(sparql)).then(([found]) => found ?? { base: `${location.origin}/id/` });
  return described;
}

/** Returns the address of the page of a thing, once `dataset()` has been read. */
export async function addresses() {
  const { base } = await dataset();
  return {
    of: (iri) => {
      const path = iri.startsWith(base) ? iri.slice(base.length) : '';
      return /^[^?#]+$/.test(path) ? `/#/${path}` : `/#/iri/${encodeURIComponent(iri)}`;
    },
    document: (id) => `/#/document/${encodeURIComponent(id).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    iri: (path) => (path.startsWith('iri/') ? decodeURIComponent(path.slice(4)) : base + path),
  };
}

/** Returns the last part of an IRI: the name of a term. */
export function local(iri) {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
}

/** Returns the page of Wikidata on an item, and its identifier; null for other IRIs. */
export function wikidata(iri) {
  return iri.startsWith(WIKIDATA) ? { id: local(iri), address: `https://www.wikidata.org/wiki/${local(iri)}` } : null;
}

export const STATUSES = ['Held', 'Planned', 'Proposed', 'Cancelled', 'Denied'];
export const KINDS = ['Meeting', 'Talks', 'Summit', 'Visit', 'Call', 'Conference'];

/** Returns longitude and latitude of a point in WKT; null for anything else. */
export function point(wkt) {
  const match = /^\s*(?:<[^>]*>\s*)?POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)/i.exec(wkt ?? '');
  return match ? [Number(match[1]), Number(match[2])] : null;
}
