// Draws an answer's chart from its short form: kind, x, y, series, and the rows.
import { el, shape } from "./page.js";

const COLOURS = 8;
const LEFT = 56;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 26;
const HEIGHT = 260;
const LETTER = 6.6;

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** A value as people read it. */
export function worded(value, column) {
  if (value === null || value === undefined) return "–";
  const number = column.kind === "number" && typeof value === "number";
  const text = number ? exact.format(value) : String(value);
  if (!number || !column.unit) return text;
  return column.unit === "%" ? `${text} %` : `${text} ${column.unit}`;
}

/** A drawing as wide as the box it is put into, or null where rows are best left as they are. */
export function drawing(chart, columns, rows, width) {
  const draw = { kpi, bar, horizontal_bar: lying, line: course, area: course, pie, scatter }[chart.chart_type];
  return draw && rows.length ? draw({ chart, columns, rows, width }) : null;
}

const colour = (index) => `tone-${index % COLOURS}`;
const columnOf = ({ columns }, name) => columns.find((column) => column.name === name) || { name, kind: "text", unit: "" };
const placeOf = ({ columns }, name) => columns.findIndex((column) => column.name === name);

/** What is drawn: names along the axis, colours, and a value for each pair that has one. */
function grid(given) {
  const { chart, rows } = given;
  const x = placeOf(given, chart.x);
  const series = chart.series ? placeOf(given, chart.series) : -1;
  const xs = [...new Set(rows.map((row) => String(row[x])))];
  const names = series < 0 ? chart.y : [...new Set(rows.map((row) => String(row[series])))];
  const values = new Map();
  for (const row of rows) {
    chart.y.forEach((y) => {
      const value = row[placeOf(given, y)];
      if (typeof value === "number") values.set(`${row[x]}\n${series < 0 ? y : row[series]}`, value);
    });
  }
  return { xs, names, unit: columnOf(given, chart.y[0]), of: (one, name) => values.get(`${one}\n${name}`), all: [...values.values()] };
}

/** Round numbers from the least to the greatest, four or so. */
function ticks(least, most) {
  const span = most - least || Math.abs(most) || 1;
  const rough = span / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * size).find((each) => each >= rough);
  const all = [];
  for (let at = Math.floor(least / step) * step; at < most + step; at += step) all.push(Number(at.toPrecision(12)));
  return all;
}

function legend(names) {
  if (names.length < 2) return null;
  return el("ul", { class: "legend" }, ...names.map((name, index) => el("li", {}, el("i", { class: colour(index) }), name)));
}

const figure = (svg, names = []) => el("div", {}, svg, legend(names));
const canvas = ({ chart, width }, height, ...children) =>
  shape("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": chart.title || chart.chart_type }, ...children);
const tip = (node, text) => { node.append(shape("title", {}, text)); return node; };
const shortened = (text, letters) => (text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text);

function kpi(given) {
  const names = given.chart.y.length ? given.chart.y : given.columns.map((column) => column.name);
  return el("dl", { class: "kpi" }, ...names.map((name) => el("div", {},
    el("dt", {}, name.replaceAll("_", " ")), el("dd", {}, worded(given.rows[0][placeOf(given, name)], columnOf(given, name))))));
}

/** The axis of values: lines across, and the place of a value. */
function upright(least, most, width) {
  const marks = ticks(least, most);
  const [low, high] = [marks[0], marks[marks.length - 1]];
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / (high - low));
  const lines = marks.map((mark) => shape("g", { class: "mark" },
    shape("line", { x1: LEFT, x2: width - RIGHT, y1: y(mark), y2: y(mark), class: mark === 0 ? "zero" : null }),
    shape("text", { x: LEFT - 8, y: y(mark) + 4, "text-anchor": "end" }, compact.format(mark))));
  return { y, lines };
}

function bar(given) {
  const { xs, names, of, all, unit } = grid(given);
  const { width } = given;
  const room = (width - LEFT - RIGHT) / xs.length;
  if (Math.max(...xs.map((name) => name.length)) * LETTER > room - 4) return lying(given);
  const { y, lines } = upright(Math.min(0, ...all), Math.max(0, ...all), width);
  const thick = Math.min(56, (room * 0.7) / names.length);
  const bars = xs.flatMap((one, place) => {
    const from = LEFT + room * (place + 0.5) - (thick * names.length) / 2;
    return names.filter((name) => of(one, name) !== undefined).map((name) => {
      const value = of(one, name);
      const index = names.indexOf(name);
      return tip(shape("rect", { class: colour(index), x: from + index * thick + 1, width: Math.max(1, thick - 2), y: Math.min(y(value), y(0)), height: Math.max(1, Math.abs(y(value) - y(0))), rx: 2 }),
        `${one}${names.length > 1 ? `, ${name}` : ""}: ${worded(value, unit)}`);
    });
  });
  const labels = xs.map((one, place) => shape("text", { x: LEFT + room * (place + 0.5), y: HEIGHT - 8, "text-anchor": "middle" }, one));
  return figure(canvas(given, HEIGHT, ...lines, ...bars, ...labels), names);
}

/** Bars that lie, each with its value at the end. */
function lying(given) {
  const { xs, names, of, all, unit } = grid(given);
  const { width } = given;
  const letters = Math.min(Math.max(...xs.map((name) => name.length)), Math.floor((width * 0.34) / LETTER));
  const from = letters * LETTER + 14;
  const to = width - 86;
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all) || 1];
  const x = (value) => from + ((value - least) / (most - least)) * (to - from);
  const thick = names.length > 1 ? 13 : 20;
  const group = thick * names.length + 8;
  const lines = xs.flatMap((one, place) => [
    tip(shape("text", { x: from - 8, y: place * group + (group - 8) / 2 + 4, "text-anchor": "end" }, shortened(one, letters)), one),
    ...names.filter((name) => of(one, name) !== undefined).flatMap((name) => {
      const index = names.indexOf(name);
      const value = of(one, name);
      const top = place * group + index * thick;
      return [
        tip(shape("rect", { class: colour(index), x: Math.min(x(0), x(value)), width: Math.max(1, Math.abs(x(value) - x(0))), y: top, height: thick - 2, rx: 2 }), `${one}${names.length > 1 ? `, ${name}` : ""}: ${worded(value, unit)}`),
        shape("text", { class: "value", x: Math.max(x(0), x(value)) + 6, y: top + thick / 2 + 3 }, worded(value, unit)),
      ];
    }),
  ]);
  return figure(canvas(given, xs.length * group + 2, ...lines), names);
}

const DAY = /^\d{4}-\d{2}(-\d{2})?([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$/;

/** Lines, or areas that stand on one another, along time. */
function course(given) {
  const { xs, names, of, unit } = grid(given);
  const { width, chart } = given;
  const timed = xs.every((one) => DAY.test(one));
  const at = timed ? (one) => Date.parse(one) : (one) => xs.indexOf(one);
  const ordered = timed ? [...xs].sort((a, b) => at(a) - at(b)) : xs;
  const stacked = chart.chart_type === "area";
  const layers = names.map(() => []);
  for (const one of ordered) {
    let below = 0;
    names.forEach((name, index) => {
      const value = of(one, name);
      if (value === undefined && !stacked) return;
      const low = stacked ? below : 0;
      below += value || 0;
      layers[index].push({ one, value, low, high: stacked ? below : value });
    });
  }
  const highs = layers.flat().map((point) => point.high);
  // Areas and counts begin at zero; a line far above it would be flat.
  const least = Math.min(...highs) > Math.max(...highs) / 2 && !stacked ? Math.min(...highs) : Math.min(0, ...highs);
  const { y, lines } = upright(least, Math.max(...highs), width);
  const [first, last] = [at(ordered[0]), at(ordered[ordered.length - 1])];
  const x = (one) => (last === first ? (LEFT + width - RIGHT) / 2 : LEFT + 6 + ((at(one) - first) / (last - first)) * (width - LEFT - RIGHT - 12));
  const drawn = layers.flatMap((points, index) => {
    if (!points.length) return [];
    const upper = points.map((point) => `${x(point.one)} ${y(point.high)}`);
    const lower = points.map((point) => `${x(point.one)} ${y(point.low)}`).reverse();
    const path = shape("path", { class: `${stacked ? "area" : "line"} ${colour(index)}`, d: stacked ? `M${[...upper, ...lower].join(" L")} Z` : `M${upper.join(" L")}` });
    const dots = points.length > 80 ? [] : points.map((point) => tip(shape("circle", { class: colour(index), cx: x(point.one), cy: y(point.high), r: stacked ? 2 : 3 }),
      `${point.one}${names.length > 1 ? `, ${names[index]}` : ""}: ${worded(point.value, unit)}`));
    return [path, ...dots];
  });
  return figure(canvas(given, HEIGHT, ...lines, ...drawn, ...below(ordered, x, width)), names);
}

/** As many names under the axis as there is room for. */
function below(ordered, x, width) {
  const labels = ordered.map((one) => one.replace(/[T ]00:00(:00)?Z?$/, "").replace(/:\d{2}Z?$/, "").replace("T", " "));
  const room = Math.max(1, Math.floor((width - LEFT) / (Math.max(...labels.map((label) => label.length)) * LETTER + 18)));
  const every = Math.ceil(ordered.length / room);
  return ordered.map((one, index) => {
    if (index % every) return null;
    const end = x(one) > width - 40 ? "end" : x(one) < LEFT + 20 ? "start" : "middle";
    return shape("text", { x: x(one), y: HEIGHT - 8, "text-anchor": end }, labels[index]);
  }).filter(Boolean);
}

function pie(given) {
  const { xs, names, of, unit } = grid(given);
  const parts = xs.map((one) => ({ one, value: Math.max(0, of(one, names[0]) || 0) }));
  const total = parts.reduce((sum, part) => sum + part.value, 0) || 1;
  let turn = -Math.PI / 2;
  const point = (angle, radius) => `${90 + radius * Math.cos(angle)} ${90 + radius * Math.sin(angle)}`;
  const slices = parts.map((part, index) => {
    const share = part.value / total;
    const [from, to] = [turn, turn + Math.min(share, 0.9999) * 2 * Math.PI];
    turn += share * 2 * Math.PI;
    const far = share > 0.5 ? 1 : 0;
    return tip(shape("path", { class: `slice ${colour(index)}`, d: `M${point(from, 84)} A84 84 0 ${far} 1 ${point(to, 84)} L${point(to, 50)} A50 50 0 ${far} 0 ${point(from, 50)} Z` }),
      `${part.one}: ${worded(part.value, unit)}`);
  });
  const labels = parts.map((part) => `${part.one}: ${worded(part.value, unit)}${unit.unit === "%" ? "" : ` (${Math.round((100 * part.value) / total)} %)`}`);
  const svg = canvas({ ...given, width: 180 }, 180, ...slices);
  return el("div", { class: "pie" }, svg, legend(labels));
}

function scatter(given) {
  const { chart, rows, width } = given;
  const [x, y] = [placeOf(given, chart.x), placeOf(given, chart.y[0])];
  const points = rows.map((row) => [row[x], row[y]]).filter(([a, b]) => typeof a === "number" && typeof b === "number");
  const axis = upright(Math.min(...points.map((p) => p[1])), Math.max(...points.map((p) => p[1])), width);
  const marks = ticks(Math.min(...points.map((p) => p[0])), Math.max(...points.map((p) => p[0])));
  const across = (value) => LEFT + ((value - marks[0]) / (marks[marks.length - 1] - marks[0])) * (width - LEFT - RIGHT - 10);
  const dots = points.map(([a, b]) => tip(shape("circle", { class: "tone-0 point", cx: across(a), cy: axis.y(b), r: 4 }),
    `${worded(a, columnOf(given, chart.x))}, ${worded(b, columnOf(given, chart.y[0]))}`));
  const labels = marks.map((mark) => shape("text", { x: across(mark), y: HEIGHT - 8, "text-anchor": "middle" }, compact.format(mark)));
  return figure(canvas(given, HEIGHT, ...axis.lines, ...dots, ...labels));
}
