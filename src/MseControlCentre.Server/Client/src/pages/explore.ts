// Exploring a figure's series: the value and time under the pointer or the arrow keys. The drawing of the server stays
// for paper and for those without script.
import uPlot from "uplot";

interface Level {
  readonly value: number;
  readonly words: string;
}

// As ExploredSeries of the server writes it.
interface Series {
  readonly from: number;
  readonly step: number;
  readonly values: readonly (number | null)[];
  readonly week: readonly (number | null)[] | null;
  readonly levels: readonly Level[];
  readonly unit: string;
}

const timeZone = document.body.dataset["timeZone"] ?? "Europe/London";
const day = new Intl.DateTimeFormat("en-GB", {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone,
});
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

class Explorer {
  readonly #place: HTMLElement;
  readonly #readout = document.createElement("p");
  readonly #slider = document.createElement("input");
  #series!: Series;
  #plot: uPlot | null = null;
  // Null: the newest point, which moves as the series grows.
  #index: number | null = null;

  constructor(place: HTMLElement) {
    this.#place = place;
  }

  start(): void {
    const label = document.createElement("label");
    this.#readout.className = "readout";
    this.#slider.type = "range";
    this.#slider.id = "explore-time";
    label.htmlFor = this.#slider.id;
    label.textContent = "Time on the chart: arrow keys move it";
    this.#place.append(this.#readout, label, this.#slider);
    this.#slider.addEventListener("input", () => {
      this.#choose(Number(this.#slider.value));
      this.#point();
    });
    this.#draw();
    // The page takes itself anew; a figure's series grows. Colours follow the reader's scheme.
    new MutationObserver(() => this.#draw()).observe(this.#place, { attributeFilter: ["data-explore"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
    new ResizeObserver(() => this.#fit()).observe(this.#place);
  }

  #draw(): void {
    this.#series = JSON.parse(this.#place.dataset["explore"] ?? "") as Series;
    const { from, step, values, week } = this.#series;
    const last = values.length - 1;
    this.#slider.min = "0";
    this.#slider.max = String(last);
    const times = values.map((_, index) => from + index * step);
    const levels = this.#series.levels.map((level) => values.map(() => level.value));
    const data = [times, [...values], ...(week ? [[...week]] : []), ...levels] as uPlot.AlignedData;
    this.#plot?.destroy();
    this.#plot = new uPlot(this.#options(week !== null), data, (plot, ready) => {
      this.#place.prepend(plot.root);
      ready();
    });
    this.#plot.root.setAttribute("aria-hidden", "true");
    this.#point();
  }

  #choose(index: number): void {
    this.#index = index === this.#series.values.length - 1 ? null : index;
  }

  #options(hasWeek: boolean): uPlot.Options {
    const line = this.#ink("--line");
    const axis: uPlot.Axis = {
      stroke: this.#ink("--quiet"), font: "14px Inter Variable, Arial, sans-serif", grid: { stroke: line, width: 1 },
      ticks: { stroke: line, width: 1 },
    };
    const level: uPlot.Series = { stroke: this.#ink("--amber"), width: 1.5, dash: [2, 3], points: { show: false } };
    return {
      ...this.#size(),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), timeZone),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      axes: [{ ...axis, values: timesOf }, { ...axis, size: 60 }],
      series: [
        {},
        { stroke: this.#ink("--calm"), width: 2.5, spanGaps: false, points: { show: false } },
        ...(hasWeek ? [{ stroke: this.#ink("--quiet"), width: 1.5, dash: [6, 4], points: { show: false } }] : []),
        ...this.#series.levels.map(() => level),
      ],
      hooks: {
        setCursor: [(plot) => {
          const index = plot.cursor.idx;
          if (index !== null && index !== undefined && plot.cursor.event) {
            this.#choose(index);
            this.#say(index);
          }
        }],
        drawClear: [(plot) => this.#gaps(plot)],
        draw: [(plot) => this.#names(plot)],
      },
    };
  }

  /** A colour of the page as the reader's scheme has it; a canvas cannot read it from the style sheet. */
  #ink(name: string): string {
    this.#readout.style.color = `var(${name})`;
    const ink = getComputedStyle(this.#readout).color;
    this.#readout.style.removeProperty("color");
    return ink;
  }

  /** Puts the cursor on a point, as the pointer does. */
  #point(): void {
    const plot = this.#plot;
    const index = this.#index ?? this.#series.values.length - 1;
    if (plot) {
      const left = plot.valToPos(this.#series.from + index * this.#series.step, "x");
      plot.setCursor({ left, top: plot.over.clientHeight / 2 }, false);
    }

    this.#say(index);
  }

  /** A ground under the times at which nothing was known: a gap is no zero. */
  #gaps(plot: uPlot): void {
    const { from, step, values } = this.#series;
    plot.ctx.fillStyle = this.#ink("--track");
    for (const [index, value] of values.entries()) {
      if (value === null) {
        const [left, right] = [index - 0.5, index + 0.5].map((at) => {
          const within = Math.min(values.length - 1, Math.max(0, at));
          return plot.valToPos(from + within * step, "x", true);
        }) as [number, number];
        plot.ctx.fillRect(left, plot.bbox.top, Math.ceil(right - left), plot.bbox.height);
      }
    }
  }

  /** Each standard by its level, at its line. */
  #names(plot: uPlot): void {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.fillStyle = this.#ink("--amber");
    ctx.font = `${13 * devicePixelRatio}px Inter Variable, Arial, sans-serif`;
    ctx.textAlign = "right";
    for (const level of this.#series.levels) {
      ctx.fillText(level.words, bbox.left + bbox.width - 6, plot.valToPos(level.value, "y", true) - 6 * devicePixelRatio);
    }

    ctx.restore();
  }

  #say(index: number): void {
    this.#slider.value = String(index);
    const { from, step, values, week, unit } = this.#series;
    const at = day.format(new Date((from + index * step) * 1_000));
    const value = values[index] ?? null;
    const earlier = week?.[index] ?? null;
    const shown = value === null ? "not known" : `${number.format(value)} ${unit}`;
    const before = week === null ? ""
      : earlier === null ? "a week earlier not known"
      : `a week earlier ${number.format(earlier)}`;
    const strong = document.createElement("strong");
    strong.textContent = shown;
    this.#readout.replaceChildren(span(at), strong, span(before));
    this.#slider.setAttribute("aria-valuetext", `${at}: ${shown}${before === "" ? "" : `, ${before}`}`);
  }

  #size(): { width: number; height: number } {
    const width = this.#place.clientWidth || (this.#place.parentElement?.clientWidth ?? 600);
    return { width, height: Math.round(Math.min(420, Math.max(240, width / 2.6))) };
  }

  #fit(): void {
    const size = this.#size();
    if (this.#plot && (this.#plot.width !== size.width || this.#plot.height !== size.height)) {
      this.#plot.setSize(size);
      this.#point();
    }
  }
}

function timesOf(_plot: uPlot, seconds: number[]): string[] {
  return seconds.map((second) => {
    const [weekday, date, , time] = day.format(new Date(second * 1_000)).replace(",", "").replace(",", "").split(" ");
    return time === "00:00" ? `${weekday ?? ""} ${date ?? ""}` : time ?? "";
  });
}

function span(text: string): HTMLElement {
  const made = document.createElement("span");
  made.textContent = text;
  return made;
}

for (const place of document.querySelectorAll<HTMLElement>("[data-explore]")) {
  new Explorer(place).start();
}
