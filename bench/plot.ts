import { ratios, spread, type Comparison } from "./measure";

const WIDTH = 760;
const LEFT = 330;
const ROW = 34;

/** Each pair's ratio as a dot, a line for each median, a dashed one for each aim. */
export function plot(title: string, comparisons: readonly Comparison[]): string {
  const highest = Math.max(1.5, ...comparisons.map((one) => spread(ratios(one)).high * 1.3));
  const x = (ratio: number) => (LEFT + (Math.min(ratio, highest) / highest) * (WIDTH - LEFT - 20)).toFixed(1);
  const height = 50 + ROW * comparisons.length + 24;
  const line = (at: number, from: number, to: number, style: string) =>
    `<line x1="${x(at)}" x2="${x(at)}" y1="${from}" y2="${to}" ${style}/>`;
  const rows = comparisons.flatMap((one, i) => {
    const y = 50 + ROW * i + ROW / 2;
    const { median } = spread(ratios(one));
    return [
      `<text x="${LEFT - 10}" y="${y + 4}" text-anchor="end">${escaped(one.title)}</text>`,
      ...ratios(one).map((ratio) => `<circle cx="${x(ratio)}" cy="${y}" r="3" fill="#4271ae" fill-opacity="0.3"/>`),
      line(median, y - 11, y + 11, 'stroke="#1d1f21" stroke-width="2"'),
      `<text x="${x(median)}" y="${y - 12}" text-anchor="middle" font-size="11">${median.toFixed(2)}</text>`,
      ...(one.aim ? [line(one.aim, y - 11, y + 11, 'stroke="#c82829" stroke-dasharray="3 2"')] : []),
    ];
  });
  const ticks = Array.from({ length: Math.floor(highest / 0.5) + 1 }, (_, i) => i * 0.5);
  const axis = ticks.map(
    (tick) => `<text x="${x(tick)}" y="${height - 8}" text-anchor="middle" font-size="11">${tick.toFixed(1)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="10" y="24" font-size="15" font-weight="bold">${escaped(title)}</text>`,
    line(1, 40, height - 22, 'stroke="#8e908c"'),
    ...rows,
    ...axis,
    "</svg>\n",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
