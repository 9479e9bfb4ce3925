import type { Fact } from '../study/protocol/facts/fact.ts'

/** A child drawn from a seed, with what was recorded of them, and the moment at which it is looked at. */
export interface DrawnChild {
  readonly facts: readonly Fact[]
  readonly now: string
}

/** Draws whole numbers and chances from one seed: the same seed gives the same child. */
export interface Draw {
  /** From 0 up to, but not, `below`. */
  readonly upTo: (below: number) => number
  readonly chance: (share: number) => boolean
}

/** Draws from a seed. Source: mulberry32, Tommy Ettinger, public domain. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { upTo: (below) => Math.floor(next() * below), chance: (share) => next() < share }
}

/**
 * A child with an infusion, screening answers, temperatures and injections over some days. Much goes wrong on purpose:
 * readings are missing, double, late or corrected, doses are of any level, days are left out, consent is withdrawn.
 */
export function drawChild(seed: number): DrawnChild {
  const draw = drawFrom(seed)
  const days = draw.upTo(18)
  const facts = [...screening(draw), ...treatment(draw, days)]
  const numbered = facts.map((fact, index) => ({
    id: `f${String(index).padStart(3, '0')}`,
    ...fact,
  }))
  const more = numbered.flatMap((fact) => (draw.chance(0.06) ? [correctionOf(fact, draw)] : []))
  const now = at(days + 9, 9, draw.upTo(60))
  return { facts: [...numbered, ...more].map((fact) => otherwise(fact, draw)), now }
}

/** The same moments, here and there by another offset, or recorded a part of a second later. */
function otherwise(fact: Fact, draw: Draw): Fact {
  const { at: when, recordedAt } = fact
  const isFar = draw.chance(0.08)
  const isLater = draw.chance(0.08)
  const abroad = isFar && when.includes('T') ? inUtc(when) : when
  if (recordedAt === undefined) return { ...fact, at: abroad }
  const part = isLater ? recordedAt.replace(/[+]/, ':00.25+') : recordedAt
  return { ...fact, at: abroad, recordedAt: isLater ? part : isFar ? inUtc(part) : part }
}

function inUtc(text: string): string {
  return new Date(text).toISOString().replace(':00.000Z', 'Z')
}

type Unnumbered = Omit<Fact, 'id'>

const yesNo = [
  'healthInsurance',
  'pretermOrNeonate',
  'otherDiagnosisSuspected',
  'bacterialInfection',
  'previousBiotherapy',
  'immunodeficiencyOrCancer',
  'tbRecentOrActive',
  'tbContact',
  'chestFilmSuggestsTb',
  'renalStage4OrEgfrLe29',
  'diabetes',
  'liverFailure',
  'hypersensitivity',
  'otherInterventionalResearch',
]

function screening(draw: Draw): readonly Unnumbered[] {
  const monthsOld = draw.chance(0.3) ? draw.upTo(14) : 8 + draw.upTo(180)
  const born = new Date(Date.UTC(2017, 2 - monthsOld, 1 + draw.upTo(28))).toISOString().slice(0, 10)
  const kept = (facts: readonly Unnumbered[]) => facts.filter(() => !draw.chance(0.04))
  const weight = draw.chance(0.3) ? 4 + draw.upTo(60) / 10 : 6 + draw.upTo(600) / 10
  return kept([
    { item: 'birthDate', value: born, at: '2017-03-06' },
    { item: 'firstFeverDay', value: `2017-03-0${1 + draw.upTo(5)}`, at: '2017-03-06' },
    { item: 'kawasakiDiagnosis', value: 'confirmed', at: '2017-03-06' },
    { item: 'kawasakiSigns', value: String(draw.upTo(6)), at: '2017-03-06' },
    { item: 'ivigEnd', value: '2 g/kg', at: at(6, 20, 0) },
    { item: 'consentSigned', value: 'both parents', at: at(8, 21, 0) },
    { item: 'contraception', value: 'not applicable', at: at(8, 18, 0) },
    { item: 'pregnancy', value: 'not applicable', at: at(8, 18, 0) },
    { item: 'tbCountryArrival', value: 'none', at: at(8, 18, 0) },
    { item: 'neutrophils', value: String(900 + draw.upTo(6000)), unit: '/mm3', at: at(8, 18, 0) },
    ...yesNo.map((item) => ({ item, value: item === 'healthInsurance', at: at(8, 18, 30) })),
    { item: 'bodyWeight', value: weight.toFixed(1), unit: 'kg', at: at(8, 18, draw.upTo(60)) },
    ...(draw.chance(0.2)
      ? [{ item: 'bodyWeight', value: (weight * 0.95).toFixed(2), unit: 'kg', at: at(11, 8, 0) }]
      : []),
    temperature(draw, 7, 18),
    temperature(draw, 8, 20),
  ])
}

function treatment(draw: Draw, days: number): readonly Unnumbered[] {
  const facts: Unnumbered[] = []
  for (let day = 9; day < 9 + days; day++) {
    if (!draw.chance(0.12)) facts.push(temperature(draw, day, 9))
    if (draw.chance(0.08)) facts.push(temperature(draw, day, 9))
    if (draw.chance(0.05)) facts.push(temperature(draw, day, 11))
    if (draw.chance(0.06)) continue
    const mg = (10 + draw.upTo(1200) / 10).toFixed(1)
    const when = at(day, 10, draw.upTo(20))
    facts.push({ item: 'injection', value: mg, unit: 'mg', at: when, recordedAt: when })
  }
  if (days > 0 && draw.chance(0.05))
    facts.push({
      item: 'consentWithdrawn',
      value: 'by the mother',
      at: at(9 + draw.upTo(days), 15, 0),
    })
  return facts
}

function temperature(draw: Draw, day: number, hour: number): Unnumbered {
  const tenths = draw.chance(0.15) ? 380 : 362 + draw.upTo(38)
  const when = at(day, hour, draw.upTo(60))
  const recordedAt = draw.chance(0.1) ? at(day + 1, hour, 30) : when
  const value = (tenths / 10).toFixed(1)
  return { item: 'temperature', value, unit: 'Cel', site: 'axillary', at: when, recordedAt }
}

function correctionOf(fact: Fact, draw: Draw): Fact {
  const isNumber = typeof fact.value === 'string' && /^\d+(\.\d+)?$/.test(fact.value)
  const value = isNumber
    ? (Number(fact.value) * (0.9 + draw.upTo(20) / 100)).toFixed(1)
    : fact.value
  const { recordedAt = fact.at, ...rest } = fact
  const later = /T/.test(recordedAt)
    ? recordedAt.replace(/T\d{2}/, 'T23')
    : '2017-03-10T08:00+01:00'
  return {
    ...rest,
    id: `${fact.id}c`,
    value,
    corrects: fact.id,
    recordedAt: later,
    reason: 'copied wrongly',
  }
}

/** A moment of March or April 2017 in Paris, whose clocks go forward on the 26th. */
function at(day: number, hour: number, minute: number): string {
  const date = new Date(Date.UTC(2017, 2, day)).toISOString().slice(0, 10)
  const offset = date >= '2017-03-26' ? '+02:00' : '+01:00'
  return `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}${offset}`
}
