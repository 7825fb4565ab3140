/** How dates and numbers are written, and the small marks that say what something is. */
import { h } from './dom.js';
import { local } from './graph.js';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB');

export function number(value) {
  return NUMBER.format(Number(value));
}

/** Writes a count with its noun: "1 source", "2 sources". */
export function count(value, noun, plural = `${noun}s`) {
  return `${number(value)} ${Number(value) === 1 ? noun : plural}`;
}

export function day(value) {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? value : DAY.format(date);
}

/** Writes the two bounds of a date: a day, a month, a year, or from one day to another. */
export function days(first, last = first) {
  if (!first) return 'no date told';
  if (first === last) return day(first);
  const [year, month] = first.split('-');
  if (first.endsWith('-01-01') && last === `${year}-12-31`) return year;
  const end = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  if (first.endsWith('-01') && last === end) return MONTH.format(new Date(`${first}T00:00:00Z`));
  return `${day(first)} – ${day(last)}`;
}

/** Writes a duration of XML Schema in words: PT2H45M is "2 h 45 min". */
export function duration(value) {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?$/.exec(value);
  if (!match) return value;
  return [[match[1], 'd'], [match[2], 'h'], [match[3], 'min']].filter(([n]) => n).map(([n, unit]) => `${n} ${unit}`).join(' ');
}

export function status(iri) {
  const name = local(iri);
  return h(`span.badge.status.${name.toLowerCase()}`, {}, name);
}

export function kind(iri) {
  return h('span.badge.kind', {}, local(iri));
}
