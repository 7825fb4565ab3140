/** Pictures: a map, columns over years, points in time and a network, drawn by ECharts when the first one is wanted. */
import { h, save } from './dom.js';
import { count, days } from './format.js';
import { STATUSES, local, point } from './graph.js';
import { ECHARTS } from './libraries.js';
import { project, unproject } from './projection.js';

let library;
const drawn = new Set();

function load() {
  library ??= new Promise((resolve, reject) => {
    const script = h('script', { src: ECHARTS, onload: () => resolve(window.echarts), onerror: () => reject(new Error('ECharts cannot be read.')) });
    document.head.append(script);
  });
  return library;
}

let world;

function loadWorld() {
  world ??= Promise.all([load(), fetch('/explorer/data/world.json').then((r) => r.json())])
    .then(([echarts, shapes]) => echarts.registerMap('world', shapes));
  return world;
}

/** Returns the colours of the page's theme. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'), soft: of('ink-soft'), line: of('line'), surface: of('surface'), raised: of('raised'), land: of('land'), shore: of('shore'), mark: of('mark-line'),
    series: [1, 2, 3, 4, 5, 6].map((n) => of(`chart-${n}`)),
    status: Object.fromEntries(STATUSES.map((s) => [s, of(s.toLowerCase())])),
    sans: of('sans'), serif: of('serif'),
  };
}

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Makes a chart. Its text says to screen readers what it shows; the same rows can be had as a table or file.
 *
 * @param {string} label what the picture shows, in a sentence
 * @param {string} size a class for its height
 * @param {(colours: Object, element: HTMLElement) => Object} option the options of ECharts, in the theme's colours and for a size
 * @param {(event: Object) => string|null} [address] where a click on a part leads
 */
async function chart(panel, label, size, option, address) {
  const echarts = await load();
  const element = h(`div.chart.${size}`, { role: 'img', 'aria-label': label });
  let instance;
  const render = () => {
    if (!instance) return;
    instance.setOption({ ...base(colours()), ...option(colours(), element) }, true);
  };
  const start = () => {
    instance = echarts.init(element);
    if (address) {
      instance.on('click', (event) => {
        const target = address(event);
        if (target) location.href = target;
      });
    }
    render();
  };
  // Drawn as soon as it has a width, and again when that changes.
  new ResizeObserver(() => {
    if (!element.isConnected) {
      instance?.dispose();
      drawn.delete(render);
      return undefined;
    }
    if (element.clientWidth) {
      if (!instance) return start();
      instance.resize();
      render();
    }
    return undefined;
  }).observe(element);
  drawn.add(render);
  panel.picture = (format, name) => picture(echarts, element, instance, { ...base(colours()), ...option(colours(), element) }, format, name);
  return element;
}

function picture(echarts, element, instance, option, format, name) {
  const backgroundColor = colours().surface;
  if (format === 'PNG') {
    const [, data] = instance.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor }).split(',');
    save(`${name}.png`, 'image/png', new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], { type: 'image/png' }));
    return;
  }
  const paper = echarts.init(null, null, { renderer: 'svg', ssr: true, width: element.clientWidth, height: element.clientHeight });
  paper.setOption({ ...option, animation: false, backgroundColor });
  save(`${name}.svg`, 'image/svg+xml', paper.renderToSVGString());
  paper.dispose();
}

/** Draws every chart anew, in the colours of another theme. */
export function redraw() {
  drawn.forEach((render) => render());
}

function base(c) {
  return {
    animation: !still(),
    animationDuration: 400,
    color: c.series,
    textStyle: { fontFamily: c.sans, color: c.ink },
    tooltip: {
      // Drawn on the canvas: text of the graph never becomes markup.
      renderMode: 'richText', backgroundColor: c.raised, borderColor: c.line, borderWidth: 1, confine: true,
      textStyle: { color: c.ink, fontSize: 13, fontFamily: c.sans }, padding: [8, 12],
    },
  };
}

const axis = (c) => ({
  axisLine: { lineStyle: { color: c.line } }, axisTick: { show: false }, axisLabel: { color: c.soft, fontSize: 12 },
  splitLine: { lineStyle: { color: c.line } },
});

const legend = (c) => ({ top: 0, left: 0, icon: 'circle', itemWidth: 10, itemHeight: 10, itemGap: 16, textStyle: { color: c.ink, fontSize: 12 } });

/** Rows of year, status and events as columns; every year between the first and the last has its place. */
export function years(panel, found) {
  const numbers = found.map((row) => Number(row.year));
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const all = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  const present = STATUSES.filter((s) => found.some((row) => local(row.status) === s));
  const total = found.reduce((sum, row) => sum + Number(row.events), 0);
  return chart(panel, `Columns: ${count(total, 'dated event')} from ${first} to ${last}, by year and status.`, 'low', (c) => ({
    legend: legend(c),
    grid: { left: 4, right: 8, top: 36, bottom: 4, containLabel: true },
    tooltip: { ...base(c).tooltip, trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: c.line, opacity: 0.5 } } },
    xAxis: { type: 'category', data: all, ...axis(c), splitLine: { show: false } },
    yAxis: { type: 'value', minInterval: 1, ...axis(c) },
    series: present.map((s) => ({
      name: s, type: 'bar', stack: 'all', barMaxWidth: 26, barCategoryGap: '25%', itemStyle: { color: c.status[s], borderRadius: 1 },
      data: all.map((year) => Number(found.find((row) => row.year === year && local(row.status) === s)?.events ?? 0) || null),
    })),
  }));
}

/** Rows of place, label, wkt and events as circles on a map; `addressOf` tells where a place's page is. */
export async function map(panel, found, addressOf, size = 'middle') {
  await loadWorld();
  const places = found.map((row) => ({ name: row.label, value: [...(point(row.wkt) ?? []), Number(row.events ?? 1)], iri: row.place, text: row.text }))
    .filter((place) => place.value.length === 3);
  if (!places.length) return null;
  const most = Math.max(...places.map((place) => place.value[2]), 1);
  const smallest = places.length > 80 ? 4 : 8;
  const view = partOfWorld(places);
  return chart(panel, `Map: ${count(places.length, 'place')}, among them ${places.slice(0, 5).map((p) => p.name).join(', ')}.`, `${size}.map`, (c, { clientWidth, clientHeight }) => ({
    geo: {
      map: 'world', roam: true, layoutCenter: ['50%', '54%'], layoutSize: Math.min(clientWidth, 1.9 * clientHeight), projection: { project, unproject }, scaleLimit: { min: 1, max: 40 }, ...view,
      itemStyle: { areaColor: c.land, borderColor: c.shore, borderWidth: 0.7 }, silent: true,
      emphasis: { disabled: true },
    },
    tooltip: { ...base(c).tooltip, formatter: ({ data }) => `${data.name}\n${data.text ?? count(data.value[2], 'event')}` },
    series: [{
      type: 'scatter', coordinateSystem: 'geo', data: places, symbolSize: (value) => smallest + 22 * Math.sqrt(value[2] / most) * (most > 1 ? 1 : 0.2),
      itemStyle: { color: c.series[0], opacity: 0.8, borderColor: c.surface, borderWidth: 1.5 },
      label: { show: places.length <= 12, formatter: '{b}', position: 'right', color: c.ink, fontSize: 12, textBorderColor: c.surface, textBorderWidth: 3 },
      labelLayout: { hideOverlap: true },
      emphasis: { scale: 1.15, itemStyle: { color: c.series[1], opacity: 1 }, label: { show: true } },
    }],
  }), ({ data }) => (data?.iri ? addressOf(data.iri) : null));
}

/** Returns what part of the world to show: all of it, or around a few places that lie near one another. */
function partOfWorld(places) {
  const spread = (values) => Math.max(...values) - Math.min(...values);
  const longitudes = places.map((p) => p.value[0]);
  const latitudes = places.map((p) => p.value[1]);
  const extent = Math.max(spread(longitudes), spread(latitudes) * 2, 24);
  if (extent > 150) return { zoom: 1.12 };
  const middle = (values) => (Math.max(...values) + Math.min(...values)) / 2;
  return { center: project([middle(longitudes), middle(latitudes)]), zoom: Math.min(6, 280 / extent) };
}

const HOLLOW = ['Planned', 'Proposed'];
const SYMBOLS = { Cancelled: 'diamond', Denied: 'diamond' };

/** Rows of event, label, earliest, latest, kind and status as points in time, a line for each kind. */
export function moments(panel, found, addressOf) {
  const items = found.filter((row) => row.earliest).map((row) => ({
    name: row.label, days: [row.earliest, row.latest], lane: local(row.kind), group: local(row.status), iri: row.event,
  }));
  return items.length ? points(panel, items, STATUSES, (c, group) => c.status[group], addressOf) : null;
}

/**
 * Points in time.
 *
 * @param {{name: string, days: string[], lane: string, group: string, iri?: string}[]} items lanes lie above one another
 * @param {string[]} groups in the order of the legend
 * @param {(colours: Object, group: string) => string} colour
 */
export function points(panel, items, groups, colour, addressOf) {
  const lanes = [...new Set(items.map((item) => item.lane))];
  const present = groups.filter((group) => items.some((item) => item.group === group));
  const all = items.flatMap((item) => item.days).sort();
  return chart(panel, `Timeline: ${count(items.length, 'point')} from ${days(all[0])} to ${days(all.at(-1))}.`, lanes.length > 6 ? 'tall' : 'low', (c) => ({
    legend: { ...legend(c), show: present.length > 1 || STATUSES.includes(present[0]), data: present.map((name) => ({ name, itemStyle: { color: colour(c, name), borderWidth: 0 } })) },
    grid: { left: 4, right: 24, top: 36, bottom: 4, containLabel: true },
    tooltip: { ...base(c).tooltip, formatter: ({ data }) => `${wrap(data.name)}\n${days(...data.days)}` },
    xAxis: {
      type: 'time', boundaryGap: ['3%', '3%'], ...axis(c), splitLine: { show: false },
      axisLabel: { ...axis(c).axisLabel, hideOverlap: true, formatter: { year: '{yyyy}', month: '{MMM} {yyyy}', day: '{d} {MMM}' } },
    },
    yAxis: { type: 'category', data: lanes, inverse: true, ...axis(c), splitLine: { show: true, lineStyle: { color: c.line } } },
    series: present.map((group) => ({
      name: group, type: 'scatter', symbolSize: 14, symbol: SYMBOLS[group] ?? 'circle',
      itemStyle: { color: HOLLOW.includes(group) ? c.surface : colour(c, group), borderColor: colour(c, group), borderWidth: 2.5, opacity: 0.85 },
      data: items.filter((item) => item.group === group).map((item) => ({ ...item, value: [item.days[0], item.lane] })),
    })),
  }), ({ data }) => (data.iri ? addressOf(data.iri) : null));
}

function wrap(text, width = 56) {
  return text.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd();
}

/**
 * Rows of source, sourceLabel, target, targetLabel and events as a network.
 *
 * @param {string} [centre] the IRI of the one whose network it is
 */
export function network(panel, found, addressOf, centre, size = 'tall') {
  const nodes = new Map();
  for (const row of found) {
    for (const end of ['source', 'target']) {
      const known = nodes.get(row[end]) ?? { id: row[end], name: row[`${end}Label`], events: 0, others: 0 };
      known.events += Number(row.events ?? 1);
      known.others += 1;
      nodes.set(row[end], known);
    }
  }
  const most = Math.max(...[...nodes.values()].map((n) => n.events));
  const heaviest = Math.max(...found.map((row) => Number(row.events ?? 1)));
  const named = new Set([...nodes.values()].sort((a, b) => b.events - a.events).slice(0, 40).map((n) => n.id));
  return chart(panel, `Network: ${count(nodes.size, 'party', 'parties')} and ${count(found.length, 'tie')}.`, size, (c, { clientWidth }) => ({
    tooltip: {
      ...base(c).tooltip,
      formatter: ({ dataType, data }) => (dataType === 'edge'
        ? `${data.names.join(' and ')}\n${count(data.value, 'event')}` : `${data.name}\n${count(data.others, 'counterpart')} here`),
    },
    series: [{
      type: 'graph', layout: 'force', roam: true, draggable: true, scaleLimit: { min: 0.3, max: 6 }, zoom: (nodes.size > 60 ? 0.8 : 0.9) * Math.min(1, clientWidth / 700),
      force: { repulsion: nodes.size > 60 ? 130 : 320, edgeLength: nodes.size > 60 ? [30, 90] : [70, 170], gravity: nodes.size > 60 ? 0.2 : 0.12, layoutAnimation: false, initLayout: 'circular' },
      emphasis: { focus: 'adjacency', label: { show: true } },
      lineStyle: { color: c.soft, curveness: 0.08 },
      label: { position: 'right', color: c.ink, fontSize: 12, textBorderColor: c.surface, textBorderWidth: 3 },
      labelLayout: { hideOverlap: true },
      data: [...nodes.values()].sort((a, b) => b.events - a.events).map((node) => ({
        ...node, symbolSize: 9 + 23 * Math.sqrt(node.events / most),
        itemStyle: { color: node.id === centre ? c.series[1] : c.series[0], borderColor: c.surface, borderWidth: 1.5 },
        label: { show: named.has(node.id), fontWeight: node.id === centre ? 'bold' : 'normal' },
      })),
      links: found.map((row) => ({
        source: row.source, target: row.target, value: Number(row.events ?? 1), names: [row.sourceLabel, row.targetLabel],
        lineStyle: { width: 1 + 4 * Math.sqrt(Number(row.events ?? 1) / heaviest), opacity: 0.3 + 0.4 * (Number(row.events ?? 1) / heaviest) },
      })),
    }],
  }), ({ dataType, data }) => (dataType === 'node' ? addressOf(data.id) : null));
}

