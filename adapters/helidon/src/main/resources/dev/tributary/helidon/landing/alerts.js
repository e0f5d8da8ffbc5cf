// The alerts that are on: what they say, since when, and what can be done about them.
import { $, ago, el, shape } from "./page.js";

const ALERTS = "/api/v1/alerts";
const SILENCE_HOURS = 1;
const RELOAD_AFTER_MS = 500;
const LOOK_EVERY_MS = 15000;
const TONES = { critical: "bad", warning: "warn", info: "idle" };
const WIDTH = 600;
const HEIGHT = 150;

const state = { open: new Map(), reload: 0 };
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const clock = (iso) => new Date(iso).toLocaleTimeString("en-GB");

async function call(path, body) {
  const post = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, body ? post : { headers: { accept: "application/json" } })
    .catch(() => { throw new Error("the server does not answer."); });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.detail || `the server answered ${response.status}.`);
  return answer;
}

// ---- what an alert says --------------------------------------------------------------------

/** The text its rule has for people, or else the name of the rule. */
const summary = (alert) => alert.annotations.summary || alert.rule;

function facts(alert) {
  const of = Object.entries(alert.labels).filter(([, value]) => value).map(([name, value]) => `${name} ${value}`).join(", ");
  const known = alert.acknowledged_by ? `, acknowledged by ${alert.acknowledged_by}` : "";
  return el("span", { class: "facts" }, `${alert.rule}${of ? `, ${of}` : ""}: ${alert.reason}; since `,
    el("span", { "data-ago": alert.active_at }, ago(alert.active_at)), known);
}

/** What its rule says is to be done. */
function remedy(alert) {
  return alert.annotations.remedy ? el("p", { class: "note" }, alert.annotations.remedy) : null;
}

/** Where its rule says what to do. */
function runbook(alert) {
  const place = alert.annotations.runbook;
  return place?.startsWith("http") ? el("a", { href: place, rel: "noreferrer" }, "What to do") : null;
}

function card(alert) {
  const more = el("div", { class: "more", hidden: "" });
  const wrong = el("p", { class: "wrong", role: "alert", hidden: "" });
  const item = el("li", {},
    el("div", { class: "head" }, el("strong", {}, summary(alert)),
      el("span", { class: "tag", "data-tone": TONES[alert.severity] }, alert.state === "recovering" ? "recovering" : alert.severity)),
    facts(alert),
    remedy(alert),
    el("div", { class: "deeds" },
      alert.acknowledged_by ? null : deed("Acknowledge", wrong, () => acknowledge(alert)),
      deed(`Silence for ${SILENCE_HOURS} hour`, wrong, () => silence(alert)),
      deed("Show the values", wrong, () => show(alert, "values", more, course)),
      deed("Who was told", wrong, () => show(alert, "notices", more, told)),
      runbook(alert)),
    wrong, more);
  const open = state.open.get(alert.fingerprint);
  if (open) show(alert, open, more, open === "values" ? course : told, true).catch(() => {});
  return item;
}

function deed(words, wrong, work) {
  const button = el("button", { type: "button" }, words);
  button.addEventListener("click", async () => {
    button.disabled = true;
    wrong.hidden = true;
    try {
      const done = await work();
      if (done) button.textContent = done;
    } catch (failure) {
      wrong.hidden = false;
      wrong.textContent = failure.message;
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

// ---- what can be done ----------------------------------------------------------------------

async function acknowledge(alert) {
  await call(`${ALERTS}/active/${alert.fingerprint}/acknowledge`, { by: "somebody on the page" });
  await load();
}

async function silence(alert) {
  const until = new Date(Date.now() + SILENCE_HOURS * 3600000);
  const matchers = [["rule", alert.rule], ...Object.entries(alert.labels)].map(([name, value]) => `${name}=${value}`);
  await call(`${ALERTS}/silences`, { matchers, ends_at: until.toISOString(), created_by: "somebody on the page", comment: summary(alert) });
  return `Silent until ${clock(until)}`;
}

/** Shows a part of what is known of an alert, or hides it again. */
async function show(alert, part, box, draw, again = false) {
  if (!again && state.open.get(alert.fingerprint) === part) {
    state.open.delete(alert.fingerprint);
    box.hidden = true;
    return;
  }
  const answer = await call(`${ALERTS}/active/${alert.fingerprint}/${part}`);
  state.open.set(alert.fingerprint, part);
  box.replaceChildren(draw(answer, alert));
  box.hidden = false;
}

function told({ notices }) {
  if (!notices.length) return el("p", { class: "note" }, "Nobody has been told yet.");
  return el("ul", {}, ...notices.map((notice) =>
    el("li", {}, `${notice.to}: ${notice.channel ? `${notice.channel}, ` : ""}${notice.reason || notice.outcome}`)));
}

/** The values around the alert, the bounds of the rule, and when it began. */
function course({ from, until, low, high, values }, alert) {
  if (!values.length) return el("p", { class: "note" }, "The log no longer has the values that led here.");
  const bounds = [low, high].filter((bound) => bound !== null);
  const all = [...values.map((one) => one.value), ...bounds];
  const [least, most] = [Math.min(0, ...all), Math.max(...all)];
  const [begin, end] = [Math.max(Date.parse(from), Date.parse(values[0].at)), Date.parse(until)];
  const x = (iso) => ((Date.parse(iso) - begin) / (end - begin || 1)) * WIDTH;
  const y = (value) => HEIGHT - 6 - ((value - least) / (most - least || 1)) * (HEIGHT - 12);
  const line = (kind, x1, y1, x2, y2) => shape("line", { class: kind, x1, y1, x2, y2 });
  const steps = values.map((one) => `${x(one.at).toFixed(1)} ${y(one.value).toFixed(1)}`);
  const says = [
    `now ${number.format(values[values.length - 1].value)}`,
    `highest ${number.format(Math.max(...values.map((one) => one.value)))}`,
    high === null ? null : `alert above ${number.format(high)}`,
    low === null ? null : `alert below ${number.format(low)}`,
    alert.active_at ? `began at ${clock(alert.active_at)}` : null,
  ];
  return el("div", {},
    shape("svg", { class: "course", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": `Values of ${alert.rule}` },
      ...bounds.map((bound) => line("bound", 0, y(bound), WIDTH, y(bound))),
      alert.active_at ? line("since", x(alert.active_at), 0, x(alert.active_at), HEIGHT) : null,
      shape("path", { class: "value", d: `M${steps.join(" L")} H${WIDTH}` })),
    el("p", { class: "scale" }, el("span", {}, clock(begin)), el("span", {}, says.filter(Boolean).join(", ")), el("span", {}, clock(until))));
}

// ---- loading -------------------------------------------------------------------------------

async function load() {
  const [{ alerts }, { rules }] = await Promise.all([call(`${ALERTS}/active`), call(ALERTS)]);
  const watching = rules.filter((rule) => rule.enabled).length;
  $("watched").textContent = alerts.length
    ? `${alerts.length} on, ${watching} rules watch`
    : watching ? `None is on. ${watching} rules watch.` : "No rule watches. Declare some under alerts.rules in the configuration, or POST one to /api/v1/alerts.";
  $("firing").replaceChildren(...alerts.map(card));
}

function lost(failure) {
  $("watched").textContent = `What is on is not known: ${failure.message}`;
}

/** Many changes at once cause one reload, and a page that nobody looks at none. */
function reloadSoon() {
  if (state.reload || document.hidden) return;
  state.reload = setTimeout(() => { state.reload = 0; load().catch(lost); }, RELOAD_AFTER_MS);
}

const stream = new EventSource(`${ALERTS}/stream`);
["alert.transition", "alert.acknowledged", "alert.rule_set", "alert.rule_removed", "gap"].forEach((type) => stream.addEventListener(type, reloadSoon));
stream.onopen = reloadSoon;
stream.onerror = () => lost(new Error("the server does not answer."));
document.addEventListener("visibilitychange", reloadSoon);
setInterval(reloadSoon, LOOK_EVERY_MS);
load().catch(lost);
