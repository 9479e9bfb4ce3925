/** What one unit is: a factor to base units, as decimals above and below a line, and the powers of its bases. */
export interface UnitAtom {
  readonly above: string
  readonly below?: string
  readonly bases: Readonly<Record<string, number>>
  /** Added before the factor: only where zero is not nothing, as in degrees Celsius. */
  readonly plus?: string
  /** True where UCUM lets a prefix stand before it: `mg`, `dL`. */
  readonly metric?: boolean
}

/** UCUM's prefixes of medicine, as powers of ten. */
export const unitPrefixes: Readonly<Record<string, number>> = {
  T: 12,
  G: 9,
  M: 6,
  k: 3,
  h: 2,
  da: 1,
  d: -1,
  c: -2,
  m: -3,
  u: -6,
  n: -9,
  p: -12,
  f: -15,
}

/**
 * The units of UCUM (ucum-essence 2.1) that medicine writes. Kept apart on purpose, though UCUM lets some of them be
 * converted: months and years from days (a calendar month is no number of days), equivalents from moles (that needs
 * the charge), and arbitrary units from everything.
 */
export const unitAtoms: Readonly<Record<string, UnitAtom>> = {
  g: { above: '1', bases: { mass: 1 }, metric: true },
  '[lb_av]': { above: '453.59237', bases: { mass: 1 } },
  '[oz_av]': { above: '28.349523125', bases: { mass: 1 } },
  m: { above: '1', bases: { length: 1 }, metric: true },
  '[in_i]': { above: '0.0254', bases: { length: 1 } },
  '[ft_i]': { above: '0.3048', bases: { length: 1 } },
  L: { above: '0.001', bases: { length: 3 }, metric: true },
  l: { above: '0.001', bases: { length: 3 }, metric: true },
  s: { above: '1', bases: { time: 1 }, metric: true },
  min: { above: '60', bases: { time: 1 } },
  h: { above: '3600', bases: { time: 1 } },
  d: { above: '86400', bases: { time: 1 } },
  wk: { above: '604800', bases: { time: 1 } },
  mo: { above: '1', bases: { 'calendar time': 1 } },
  a: { above: '12', bases: { 'calendar time': 1 } },
  Hz: { above: '1', bases: { time: -1 }, metric: true },
  K: { above: '1', bases: { temperature: 1 } },
  Cel: { above: '1', plus: '273.15', bases: { temperature: 1 } },
  '[degF]': { above: '5', below: '9', plus: '459.67', bases: { temperature: 1 } },
  mol: { above: '1', bases: { amount: 1 }, metric: true },
  eq: { above: '1', bases: { charge: 1 }, metric: true },
  Pa: { above: '1', bases: { pressure: 1 }, metric: true },
  'm[Hg]': { above: '133322', bases: { pressure: 1 }, metric: true },
  'm[H2O]': { above: '9806.65', bases: { pressure: 1 }, metric: true },
  U: { above: '1', below: '60000000', bases: { catalysis: 1 }, metric: true },
  kat: { above: '1', bases: { catalysis: 1 }, metric: true },
  '[IU]': { above: '1', bases: { 'international unit': 1 }, metric: true },
  '[iU]': { above: '1', bases: { 'international unit': 1 }, metric: true },
  '[CFU]': { above: '1', bases: { 'colony forming unit': 1 } },
  J: { above: '1', bases: { energy: 1 }, metric: true },
  cal: { above: '4.184', bases: { energy: 1 }, metric: true },
  Gy: { above: '1', bases: { 'absorbed dose': 1 }, metric: true },
  Sv: { above: '1', bases: { 'dose equivalent': 1 }, metric: true },
  Bq: { above: '1', bases: { radioactivity: 1 }, metric: true },
  '%': { above: '0.01', bases: {} },
}
