// Asks a question, shows each step while it is worked on, and then what became of it.
import { drawing, worded } from "./chart.js";
import { $, ago, el, whole } from "./page.js";

const STEPS = { ground: "Look at the tables", generate: "Write SQL", gate: "Check it", repair: "Mend it", execute: "Run it", describe: "Describe the rows" };
const ROWS_SHOWN = 50;
const MOST_CELL = 120;
const LEAVE_AFTER_MS = 2000;
const FRESHNESS = { fresh: "good", warn: "warn", late: "bad" };

const session = { id: crypto.randomUUID?.() || `page-${Date.now()}`, running: null };

// ---- asking --------------------------------------------------------------------------------

async function ask(text, shown = text) {
  const question = text.trim();
  if (!question || session.running) return;
  const request = { id: crypto.randomUUID?.() || `q-${Date.now()}`, question, shown, done: [], stopped: new AbortController() };
  session.running = request;
  $("question").value = question;
  history.replaceState(null, "", `?q=${encodeURIComponent(question)}`);
  working(request);
  try {
    await listen(request, await send(request));
  } catch (failure) {
    failed(request, failure.name === "AbortError" ? "Cancelled." : failure.message);
  } finally {
    session.running = null;
    $("ask").classList.remove("busy");
    $("go").disabled = false;
  }
}

async function send(request) {
  const response = await fetch("/api/v1/query/stream", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify({ question: request.question, session_id: session.id, request_id: request.id, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    signal: request.stopped.signal,
  }).catch((failure) => { throw failure.name === "AbortError" ? failure : new Error("The server does not answer."); });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail || `The server answered ${response.status}.`);
  }
  return response.body.pipeThrough(new TextDecoderStream()).getReader();
}

async function listen(request, reader) {
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    const frames = text.split("\n\n");
    text = frames.pop();
    for (const frame of frames) {
      const [, event] = /^event: (.*)$/m.exec(frame) || [];
      const [, data] = /^data: (.*)$/m.exec(frame) || [];
      if (!event) continue;
      const content = JSON.parse(data);
      if (event === "step") step(request, content);
      if (event === "outcome") return outcome(request, content);
      if (event === "failed") return failed(request, content.code === "QUERY_CANCELLED" ? "Cancelled." : content.message);
    }
  }
  return failed(request, "The connection ended before there was an answer.");
}

/** The server stops the query and says so; one that does not answer is left. */
function cancel(request) {
  fetch(`/api/v1/query/requests/${encodeURIComponent(request.id)}`, { method: "DELETE" }).catch(() => {});
  setTimeout(() => request.stopped.abort(), LEAVE_AFTER_MS);
}

// ---- showing -------------------------------------------------------------------------------

const put = (...nodes) => { $("outcome").hidden = false; $("outcome").replaceChildren(...nodes.filter(Boolean)); };
const head = (request) => el("p", { class: "asked" }, request.shown);
const button = (label, act, kind = "chip") => { const node = el("button", { type: "button", class: kind }, label); node.addEventListener("click", act); return node; };
const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
const asking = (questions) => el("div", { class: "chips" }, ...questions.map((question) => button(question, () => ask(question))));

function working(request) {
  $("ask").classList.add("busy");
  $("go").disabled = true;
  put(head(request), el("ol", { class: "steps", "aria-live": "polite" }), button("Cancel", () => cancel(request), "plain"));
}

function step(request, told) {
  const list = $("outcome").querySelector(".steps");
  if (!list) return;
  const key = `${told.stage}-${told.attempt}`;
  let line = list.querySelector(`[data-step="${key}"]`);
  if (!line) {
    line = el("li", { "data-step": key }, el("span", {}, STEPS[told.stage] || told.stage), el("small", {}));
    list.append(line);
  }
  if (told.ended) {
    line.className = "done";
    line.lastChild.textContent = `${told.elapsed_ms < 10 ? told.elapsed_ms.toFixed(1) : Math.round(told.elapsed_ms)} ms`;
  }
}

function outcome(request, told) {
  const show = { answered: () => answered(request, told), clarification: () => askedBack(request, told), refused: () => refused(request, told) };
  return show[told.outcome]();
}

function failed(request, message) {
  put(head(request), el("p", { class: "notice", role: "alert" }, message), button("Ask again", () => ask(request.question, request.shown)));
}

function askedBack(request, told) {
  put(head(request), el("p", { class: "summary" }, told.message),
    el("div", { class: "options" }, ...told.clarification.options.map((option) => button(option.label, () => ask(option.question, option.label), "option"))));
}

async function refused(request, told) {
  const terms = told.refusal.terms.map((unknown) => el("p", {}, el("b", {}, unknown.term), unknown.nearest.length ? " is not known. Nearest: " : " is not known, and nothing comes near.",
    el("span", { class: "chips" }, ...unknown.nearest.map((near) => button(near, () => ask(request.question.replace(unknown.term, near)))))));
  const rules = told.refusal.violations.map((violation) => el("p", {}, `${violation.what}; ${violation.remedy}`));
  put(head(request), el("p", { class: "summary declined" }, told.message), ...terms, ...rules, await possible("These can be answered"));
}

async function possible(title) {
  const questions = await suggestions();
  return questions.length ? section(title, asking(questions)) : null;
}

function answered(request, told) {
  const answer = told.answer;
  const count = answer.row_count === 1 ? "1 row" : `${whole.format(answer.row_count)} rows`;
  const facts = [`${count}${answer.cut ? ", there are more" : ""}`, answer.from_cache ? "from the cache" : `in ${Math.max(1, Math.round(answer.execution_time_ms))} ms`,
    answer.generator === "grounded" ? "without a language model" : `SQL by ${answer.generator}`];
  put(head(request), el("p", { class: "summary" }, told.message),
    ...answer.warnings.map((warning) => el("p", { class: "mind" }, warning)),
    pictured(answer),
    answer.insights.length ? section("What stands out", el("ul", {}, ...answer.insights.map((insight) => el("li", {}, insight.text)))) : null,
    answer.row_count ? table(answer) : null,
    el("p", { class: "note" }, facts.join(" · ")),
    section("How old the data is", ages(answer.provenance)),
    details("SQL", true, el("p", { class: "note" }, answer.explanation), el("pre", {}, el("code", {}, answer.sql)), button("Copy", (event) => copy(event.target, answer.sql))),
    answer.chart.vega_lite ? details("Chart as Vega-Lite", false, el("p", { class: "note" }, answer.chart.reason), el("pre", {}, el("code", {}, JSON.stringify(answer.chart.vega_lite, null, 1)))) : null,
    answer.follow_ups.length ? section("Ask next", asking(answer.follow_ups)) : null);
}

/** The chart, drawn again when its box gets another width. */
function pictured(answer) {
  if (answer.chart.chart_type === "table" || !answer.row_count) return null;
  const box = el("figure", {});
  let width = 0;
  new ResizeObserver(([entry]) => {
    const room = Math.floor(entry.contentRect.width);
    if (!room || room === width) return;
    width = room;
    box.replaceChildren(...[drawing(answer.chart, answer.columns, answer.rows, width)].filter(Boolean));
  }).observe(box);
  return box;
}

function table(answer) {
  const cell = (value, column) => {
    const text = worded(value, { ...column, unit: "" });
    return el("td", { class: column.kind === "number" ? "num" : null, title: text.length > MOST_CELL ? text : null }, text.length > MOST_CELL ? `${text.slice(0, MOST_CELL)}…` : text);
  };
  const row = (values) => el("tr", {}, ...values.map((value, index) => cell(value, answer.columns[index])));
  const body = el("tbody", {}, ...answer.rows.slice(0, ROWS_SHOWN).map(row));
  const rest = answer.rows.length - ROWS_SHOWN;
  const more = rest > 0 ? button(`Show ${whole.format(rest)} more`, () => { body.append(...answer.rows.slice(ROWS_SHOWN).map(row)); more.remove(); }, "plain") : null;
  return el("div", { class: "rows", tabindex: "0", role: "region", "aria-label": "Rows" }, el("table", {},
    el("thead", {}, el("tr", {}, ...answer.columns.map((column) => el("th", { scope: "col", class: column.kind === "number" ? "num" : null }, column.name, column.unit ? el("small", {}, ` ${column.unit}`) : null)))), body), more);
}

function ages(provenance) {
  if (!provenance.sources.length) return el("p", { class: "note" }, "No source feeds what was read.");
  return el("ul", { class: "ages" }, ...provenance.sources.map((source) => el("li", {},
    el("span", { class: "tag", "data-tone": FRESHNESS[source.freshness] || "idle" }, source.freshness), ` ${source.source_id} of ${source.data_center_id}, read `,
    el("span", { "data-ago": source.last_success || "" }, ago(source.last_success)))));
}

function details(title, open, ...content) {
  return el("details", { open: open ? "" : null }, el("summary", {}, title), ...content);
}

async function copy(node, text) {
  try {
    await navigator.clipboard.writeText(text);
    node.textContent = "Copied";
  } catch {
    node.textContent = "Not allowed here";
  }
}

// ---- suggestions ---------------------------------------------------------------------------

async function suggestions() {
  const query = new URLSearchParams({ limit: "4", session_id: session.id });
  const response = await fetch(`/api/v1/query/suggestions?${query}`).catch(() => null);
  return response?.ok ? (await response.json()).suggestions : [];
}

async function begin() {
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    $("question").value = asked;
    await ask(asked);
    return;
  }
  const first = await possible("For example");
  if (first && !session.running && $("outcome").hidden) put(first);
}

$("ask").addEventListener("submit", (event) => { event.preventDefault(); ask($("question").value); });
begin();
