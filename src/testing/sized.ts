/** How much a generated test does: `usual`, or `long` under `npm run test:long`. */
export function sized(usual: number, long: number): number {
  return process.env['TRIALWAY_LONG'] === '1' ? long : usual
}
