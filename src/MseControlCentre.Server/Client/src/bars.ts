// Redraws the handover bars as minutes pass. The geometry is that of Components/Wall/HandoverBars.razor.
import { minutesSince } from "./clock";

const floor = 78;

export function drawBars(chart: SVGSVGElement, now: number): void {
  const marks = (chart.dataset["marks"] ?? "").split(" ").map(Number);
  const [, second = Infinity, maximum = Infinity, long = 60] = marks;
  const scale = long * 1.25;
  for (const bar of chart.querySelectorAll<SVGGElement>("[data-since]")) {
    const minutes = minutesSince(bar.dataset["since"] ?? "", now);
    const top = floor - (Math.min(minutes, scale) / scale) * (floor - 2);
    const rect = bar.querySelector("rect");
    const text = bar.querySelector("text");
    rect?.setAttribute("y", percent(top));
    rect?.setAttribute("height", percent(floor - top));
    if (text && text.textContent !== String(minutes)) {
      text.textContent = String(minutes);
    }

    const level = minutes >= maximum ? "l-alarm" : minutes >= second ? "l-watch" : "l-normal";
    bar.setAttribute("class", `bar ${level}`);
  }
}

function percent(value: number): string {
  return `${Math.round(100 * value) / 100}%`;
}
