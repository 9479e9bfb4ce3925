import { type LmsColumns, kobayashi2016Start, kobayashi2016Table } from './kobayashi-2016-table.ts'
import type { Sex } from './problems.ts'

/** Segments of the coronary arteries; `rca` is the proximal one. */
export type CoronarySegment = 'lmca' | 'lad' | 'lcx' | 'rca' | 'rcaMiddle' | 'rcaDistal'

/** The models of Z scores. Which one counts is said by the protocol: it decides who may join. */
export type CoronaryModel = 'dallaire-2011' | 'mccrindle-2007' | 'phn-2017' | 'kobayashi-2016'

/** What a model gives for a diameter (mm), body surface (m2) and sex; `isBeyond` where it was carried past its table. */
export interface ModelScore {
  readonly z: number
  readonly isBeyond?: boolean
}

/** A model: its rule, its segments, and the ages and the formula of body surface that it was made for. */
export interface CoronaryModelRules {
  readonly rule: string
  readonly surfaceRule: string
  /** In completed months, at least; and below this many. */
  readonly months?: { readonly least: number; readonly below: number }
  readonly needsSex?: boolean
  readonly segments: Partial<
    Readonly<Record<CoronarySegment, (mm: number, m2: number, sex: Sex) => ModelScore>>
  >
}

/** `Z = (mm − (a1 + b1·√m2)) / (a2 + b2·√m2)` */
const root =
  (a1: number, b1: number, a2: number, b2: number) =>
  (mm: number, m2: number): ModelScore => ({
    z: (mm - (a1 + b1 * Math.sqrt(m2))) / (a2 + b2 * Math.sqrt(m2)),
  })

/** In centimetres: `Z = (cm − (a1 + b1·m2^e)) / (a2 + b2·m2)` */
const power =
  (a1: number, b1: number, exponent: number, a2: number, b2: number) =>
  (mm: number, m2: number): ModelScore => ({
    z: (mm / 10 - (a1 + b1 * m2 ** exponent)) / (a2 + b2 * m2),
  })

/** `Z = (mm / m2^0.45 − mean) / sd` */
const indexed =
  (mean: number, sd: number) =>
  (mm: number, m2: number): ModelScore => ({ z: (mm / m2 ** 0.45 - mean) / sd })

/** Cole and Green's: `Z = ((mm / M)^L − 1) / (L·S)`, with L, M and S between the rows of the table. */
const lms =
  (columns: Readonly<Record<Sex, LmsColumns>>) =>
  (mm: number, m2: number, sex: Sex): ModelScore => {
    const { l, m, s } = columns[sex]
    const place = (m2 - kobayashi2016Start.first) / kobayashi2016Start.step
    const at = Math.min(Math.max(place, 0), m.length - 1)
    const [lambda, mu, sigma] = [between(l, at), between(m, at), between(s, at)]
    const z =
      lambda === 0 ? Math.log(mm / mu) / sigma : ((mm / mu) ** lambda - 1) / (lambda * sigma)
    // A surface that is a row's own may miss it by the last bit of a float.
    return { z, isBeyond: Math.abs(place - at) > 1e-9 }
  }

function between(column: number | readonly number[], at: number): number {
  if (typeof column === 'number') return column
  const low = column[Math.floor(at)] ?? NaN
  const high = column[Math.ceil(at)] ?? NaN
  return low + (high - low) * (at - Math.floor(at))
}

const haycock = 'bsa-haycock@1'
/** In completed months: "to 18 years" ends with the month in which they are completed. */
const belowMonths = 18 * 12 + 1

/**
 * The published coefficients. Sources: Dallaire F, Dahdah N, J Am Soc Echocardiogr 2011;24:60-74 (n = 1033, 2 months to
 * 18 years); McCrindle BW et al., Circulation 2007;116:174-179; Lopez L et al. (Pediatric Heart Network), Circ
 * Cardiovasc Imaging 2017;10:e006979 (to 18 years); Kobayashi T et al., J Am Soc Echocardiogr 2016;29:794-801 (to 18
 * years; its printed formula has an error, this is Cole and Green's). All are made for body surface by Haycock.
 */
export const coronaryModels: Readonly<Record<CoronaryModel, CoronaryModelRules>> = {
  'dallaire-2011': {
    rule: 'coronary-z-dallaire-2011@1',
    surfaceRule: haycock,
    months: { least: 2, below: belowMonths },
    segments: {
      lmca: root(-0.1817, 2.9238, 0.1801, 0.253),
      lad: root(-0.1502, 2.2672, 0.1709, 0.2293),
      lcx: root(-0.2716, 2.3458, 0.1142, 0.3423),
      rca: root(-0.3039, 2.7521, 0.1626, 0.2881),
      rcaMiddle: root(-0.306, 2.4078, 0.1324, 0.3259),
      rcaDistal: root(-0.3185, 2.3295, 0.1099, 0.3198),
    },
  },
  'mccrindle-2007': {
    rule: 'coronary-z-mccrindle-2007@1',
    surfaceRule: haycock,
    segments: {
      lmca: power(-0.02887, 0.31747, 0.36008, 0.0304, 0.01514),
      lad: power(-0.02852, 0.26108, 0.37893, 0.01465, 0.01996),
      rca: power(-0.02756, 0.26117, 0.39992, 0.02407, 0.01597),
    },
  },
  'phn-2017': {
    rule: 'coronary-z-phn-2017@1',
    surfaceRule: haycock,
    months: { least: 0, below: belowMonths },
    segments: { lmca: indexed(2.95, 0.57), lad: indexed(1.9, 0.34), rca: indexed(2.32, 0.55) },
  },
  'kobayashi-2016': {
    rule: 'coronary-z-kobayashi-2016@1',
    surfaceRule: haycock,
    months: { least: 0, below: belowMonths },
    needsSex: true,
    segments: {
      lmca: lms(kobayashi2016Table.lmca),
      lad: lms(kobayashi2016Table.lad),
      lcx: lms(kobayashi2016Table.lcx),
      rca: lms(kobayashi2016Table.rca),
    },
  },
}
