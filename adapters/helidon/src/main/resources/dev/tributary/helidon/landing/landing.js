// The page keeps itself current: one load of the present state, then the event stream from there on.
import { $, ago, el, shape, whole } from "./page.js";

const TYPES = [
  "run.started", "run.finished", "batch.stored", "rows.quarantined", "schema.changed",
  "source.freshness_changed", "source.paused", "data_center.status_changed",
  "upload.completed", "upload.failed", "alert.transition",
];
const SECONDS_SHOWN = 60;
const MOST_EVENTS_SHOWN = 40;
const RELOAD_AFTER_MS = 1000;
const COUNT_AFTER_MS = 4000;
const RETRY_AFTER_MS = 4000;

const state = { centers: [], changed: new Map(), active: new Map(), rates: new Array(SECONDS_SHOWN).fill(0), second: 0, reload: 0, counted: 0, stream: null };

function until(iso) {
  const seconds = Math.round((Date.parse(iso) - Date.now()) / 1000);
  if (seconds <= 1) return "due now";
  return seconds < 90 ? `next in ${seconds} s` : `next in ${Math.round(seconds / 60)} min`;
}

const CENTER_TONES = { up: "good", degraded: "warn", stale: "warn", failing: "bad", down: "bad", unknown: "idle" };

/** Words and tone of a source, the most telling first. */
function verdict(source) {
  const { state: fresh, cause } = source.freshness;
  if (source.activity === "paused") return ["Paused", "idle"];
  if (cause === "connector_failing") return [fresh === "late" ? "Failing, late" : "Failing", "bad"];
  if (fresh === "late") return [cause === "source_silent" ? "Silent" : "Late", "bad"];
  if (fresh === "warn") return ["Getting old", "warn"];
  return fresh === "fresh" ? ["Fresh", "good"] : ["Not read yet", "idle"];
}

async function fetchJson(path) {
  const response = await fetch(path, { headers: { accept: "application/json" } });
  const body = await response.json();
  if (!response.ok && path !== "/health") throw new Error(body.detail || `${path} answered ${response.status}`);
  return body;
}

function show(kind, message) {
  document.body.dataset.state = kind;
  $("link").querySelector("span").textContent = { live: "Live", lost: "Connection lost", loading: "Connecting" }[kind];
  $("notice").hidden = !message;
  $("notice").textContent = message || "";
}

// ---- drawing -------------------------------------------------------------------------------

function drawMouths() {
  if (!state.centers.length) {
    $("mouths").replaceChildren(el("li", { class: "none" }, "Nothing flows yet"));
    return;
  }
  $("mouths").replaceChildren(...state.centers.map((center) => {
    const sources = center.sources.length === 1 ? "1 source" : `${center.sources.length} sources`;
    return el("li", { "data-tone": CENTER_TONES[center.status] || "idle" },
      el("strong", {}, center.name), el("span", {}, `${center.status}, ${sources}`));
  }));
  drawStreams();
}

/** One curve from each data center to the store; it runs while rows arrive. */
function drawStreams() {
  const svg = $("streams");
  const box = svg.getBoundingClientRect();
  const mouths = state.centers.length ? [...$("mouths").children] : [];
  svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
  const spread = Math.min(14, 60 / Math.max(1, mouths.length));
  svg.replaceChildren(...mouths.flatMap((mouth, index) => {
    const from = mouth.getBoundingClientRect();
    const y1 = from.top - box.top + from.height / 2;
    const y2 = box.height / 2 + (index - (mouths.length - 1) / 2) * spread;
    const d = `M0 ${y1} C ${box.width * 0.55} ${y1}, ${box.width * 0.45} ${y2}, ${box.width} ${y2}`;
    const center = state.centers[index];
    const tone = CENTER_TONES[center.status] || "idle";
    return [["bed", Math.min(spread, 9)], ["run", null]].map(([kind, width]) =>
      shape("path", { d, class: kind, "stroke-width": width, "data-tone": tone, "data-center": center.id }));
  }));
  drawActivity();
}

function drawActivity() {
  const now = Date.now();
  for (const path of $("streams").querySelectorAll(".run")) {
    path.classList.toggle("on", now - (state.active.get(path.dataset.center) || 0) < 6000);
  }
}

function sourceRow(source) {
  const run = source.latest_run;
  const [word, tone] = verdict(source);
  const counts = run ? run.counts : null;
  const aside = counts && counts.quarantined ? el("small", {}, `${whole.format(counts.quarantined)} set aside`) : null;
  // A fresh source needs no reason: the time beside it says as much.
  const why = source.freshness.state === "fresh" ? null : el("small", { class: "why" }, source.freshness.reason);
  const running = source.activity === "running";
  const bar = el("span", { class: "progress" }, el("i"));
  if (running && run && run.progress !== null) bar.firstChild.style.width = `${run.progress}%`;
  const row = el("tr", {},
    el("td", {}, el("span", { class: "src" }, source.id), el("small", {}, `${source.kind}, ${source.stream} → ${source.dataset}`)),
    el("td", {}, el("span", { class: "tag", "data-tone": tone }, word), why),
    el("td", { "data-label": "Last success" }, el("span", { "data-ago": source.freshness.last_success || "" }, ago(source.freshness.last_success)),
      source.freshness.next_due ? el("small", { "data-until": source.freshness.next_due }, until(source.freshness.next_due)) : null),
    el("td", { class: "num", "data-label": "Stored" }, run ? el("span", {}, whole.format(counts.ingested)) : "–",
      counts ? el("small", {}, `of ${whole.format(counts.read)} read`) : null, aside),
    el("td", { class: "num", "data-label": "Run" }, run ? el("span", {}, run.status) : "–",
      running && run && run.progress !== null ? bar : run ? el("small", {}, run.trigger === "schedule" ? "on schedule" : `by ${run.trigger}`) : null));
  if (Date.now() - (state.changed.get(source.id) || 0) < 1500) row.className = "new";
  return row;
}

function centerCard(center) {
  const head = ["Source", "Freshness", "Last success", "Stored", "Run"].map((title, index) =>
    el("th", { scope: "col", class: index > 2 ? "num" : null }, title));
  return el("article", { class: "center" },
    el("header", {}, el("h2", {}, center.name),
      el("span", { class: "tag", "data-tone": CENTER_TONES[center.status] || "idle" }, center.status),
      el("span", { class: "note" }, "last sync ", el("span", { "data-ago": center.last_sync || "" }, ago(center.last_sync)))),
    center.sources.length
      ? el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...center.sources.map(sourceRow)))
      : el("p", { class: "empty" }, "This data center has no sources."));
}

function drawCenters() {
  const cards = state.centers.map(centerCard);
  $("centers").replaceChildren(...(cards.length ? cards : [
    el("article", { class: "center empty" }, el("strong", {}, "No data centers yet"),
      "Declare one under ", el("code", {}, "data_centers"), " and its sources under ", el("code", {}, "sources"),
      " in the configuration, or run ", el("code", {}, "tributary demo"), "."),
  ]));
}

function drawFigures() {
  const sources = state.centers.flatMap((center) => center.sources);
  const tones = sources.map((source) => verdict(source)[1]);
  const bad = tones.filter((tone) => tone === "bad").length;
  const warn = tones.filter((tone) => tone === "warn").length;
  if (!sources.length) {
    for (const id of ["freshnote", "attentionnote"]) $(id).textContent = "no sources yet";
    return;
  }
  $("fresh").textContent = `${tones.filter((tone) => tone === "good").length} of ${sources.length}`;
  $("freshnote").textContent = warn ? `${warn} getting old` : bad ? `${bad} late or failing` : "as new as expected";
  $("attention").textContent = String(bad);
  $("attentionnote").textContent = bad ? sources.filter((source) => verdict(source)[1] === "bad").map((source) => source.id).join(", ") : "nothing is late or failing";
  $("aside").textContent = whole.format(sources.reduce((sum, source) => sum + (source.latest_run ? source.latest_run.counts.quarantined : 0), 0));
}

function drawRate() {
  state.rates = [...state.rates.slice(1), state.second];
  state.second = 0;
  const recent = state.rates.slice(-5).reduce((sum, value) => sum + value, 0) / 5;
  $("rate").textContent = whole.format(Math.round(recent));
  const most = Math.max(1, ...state.rates);
  const points = state.rates.map((value, index) => `${(index / (SECONDS_SHOWN - 1)) * 120} ${26 - (value / most) * 24}`);
  $("spark").firstElementChild.setAttribute("d", `M-2 30 L-2 26 L${points.join(" L")} L122 26 L122 30 Z`);
}

function drawTables(tables) {
  const datasets = tables.items.filter((table) => table.kind === "dataset");
  $("rows").textContent = whole.format(datasets.reduce((sum, table) => sum + table.rows, 0));
  $("datasets").replaceChildren(...datasets.map((table) => el("li", {}, el("span", {}, table.name), el("span", {}, whole.format(table.rows)))));
}

function tick() {
  for (const node of document.querySelectorAll("[data-ago]")) node.textContent = ago(node.dataset.ago);
  for (const node of document.querySelectorAll("[data-until]")) node.textContent = until(node.dataset.until);
  drawRate();
  drawActivity();
}

// ---- events --------------------------------------------------------------------------------

const counts = (event) => event.data.counts || event.data;

const SENTENCES = {
  "batch.stored": (event) => [`stored ${whole.format(counts(event).ingested || 0)} rows`, null],
  "run.finished": (event) => [`finished: ${event.data.status}`, { failed: "bad", interrupted: "bad", partial: "warn" }[event.data.status] || "good"],
  "rows.quarantined": (event) => [`set ${whole.format(event.data.count || 0)} rows aside`, "warn"],
  "schema.changed": () => ["changed its columns", "warn"],
  "source.freshness_changed": (event) => [`is ${event.data.to}`, { late: "bad", warn: "warn", fresh: "good" }[event.data.to]],
  "source.paused": (event) => [event.data.paused ? "was paused" : "was resumed", null],
  "data_center.status_changed": (event) => [`is ${event.data.to}`, CENTER_TONES[event.data.to]],
  "upload.completed": (event) => [`took ${event.data.file_name || "an upload"}`, "good"],
  "upload.failed": (event) => [`could not read ${event.data.file_name || "an upload"}`, "bad"],
  "alert.transition": (event) => [
    `is ${event.data.to}${Object.values(event.data.labels).map((value) => `, ${value}`).join("")}: ${event.data.reason}`,
    { firing: "bad", pending: "warn", recovering: "warn", error: "bad", resolved: "good" }[event.data.to]],
};

/** A source that is polled every few seconds and brings nothing is no news. */
function isNews(event) {
  if (event.type === "run.started") return false;
  if (event.type === "batch.stored") return counts(event).ingested > 0;
  return !(event.type === "run.finished" && event.data.status === "succeeded" && !counts(event).ingested);
}

function note(event) {
  const [sentence, tone] = SENTENCES[event.type](event);
  const list = $("events");
  list.querySelector(".quiet")?.remove();
  list.prepend(el("li", {},
    el("time", { datetime: event.at }, new Date(event.at).toLocaleTimeString("en-GB")),
    el("span", {}, el("b", { "data-tone": tone }, event.subject), ` ${sentence}`)));
  while (list.children.length > MOST_EVENTS_SHOWN) list.lastChild.remove();
}

function onEvent(message) {
  const event = JSON.parse(message.data);
  if (event.type === "batch.stored") {
    const center = state.centers.find((one) => one.sources.some((source) => source.id === event.subject));
    state.second += counts(event).ingested || 0;
    state.changed.set(event.subject, Date.now());
    if (center) state.active.set(center.id, Date.now());
  }
  if (isNews(event)) note(event);
  reloadSoon();
}

/** Many events at once cause one reload, and a page that nobody looks at none. */
function reloadSoon() {
  if (state.reload || document.hidden) return;
  state.reload = setTimeout(() => { state.reload = 0; load().catch(lost); }, RELOAD_AFTER_MS);
}

function follow(lastEventId) {
  state.stream?.close();
  const stream = new EventSource(`/api/v1/ingest/stream?last_event_id=${lastEventId}`);
  state.stream = stream;
  TYPES.forEach((type) => stream.addEventListener(type, onEvent));
  stream.addEventListener("gap", reloadSoon);
  stream.onopen = () => { show("live"); reloadSoon(); };
  stream.onerror = () => {
    lost(new Error("the server does not answer"));
    if (stream.readyState === EventSource.CLOSED) setTimeout(start, RETRY_AFTER_MS);
  };
}

// ---- loading -------------------------------------------------------------------------------

async function load() {
  const { items } = await fetchJson("/api/v1/data-centers");
  const shape = (centers) => JSON.stringify(centers.map((center) => [center.id, center.name, center.status, center.sources.length]));
  const reshaped = !items.length || shape(items) !== shape(state.centers);
  state.centers = items;
  if (reshaped) drawMouths();
  drawCenters();
  drawFigures();
  await count();
  if (state.stream?.readyState === EventSource.OPEN) show("live");
}

/** Counting every table costs the store more than the rest, so it is done less often. */
async function count() {
  if (Date.now() - state.counted < COUNT_AFTER_MS) return;
  state.counted = Date.now();
  drawTables(await fetchJson("/api/db-test/tables"));
}

function lost(failure) {
  show("lost", `No current data: ${failure.message}. Trying again.`);
}

async function start() {
  try {
    const health = await fetchJson("/health");
    $("version").textContent = health.version;
    $("engine").textContent = health.store.writable ? `in ${health.store.engine}` : health.store.message;
    const status = await fetchJson("/api/v1/ingest/status");
    await load();
    follow(status.last_event_id);
  } catch (failure) {
    lost(failure);
    setTimeout(start, RETRY_AFTER_MS);
  }
}

for (let i = 0; i < 3; i++) $("centers").append($("skeleton").content.cloneNode(true));
new ResizeObserver(drawStreams).observe($("streams"));
setInterval(tick, 1000);
document.addEventListener("visibilitychange", reloadSoon);
start();
