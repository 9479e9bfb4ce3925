import type { RoundingMode } from '../finder/eligibility/fraction.ts'
import { roundQuantity, scaleQuantity, volumeOf } from '../study/protocol/quantity/arithmetic.ts'
import { compareQuantities, convertQuantity } from '../study/protocol/quantity/convert.ts'
import { isQuantityProblem } from '../study/protocol/quantity/quantity.ts'
import { ageOn } from '../study/protocol/time/age.ts'
import { soleCount } from '../study/protocol/time/days.ts'
import { addTo } from '../study/protocol/time/duration.ts'
import { expeditedClocks } from '../study/protocol/time/expedited.ts'
import { type Moment, readMoment } from '../study/protocol/time/moment.ts'
import { isTimeProblem } from '../study/protocol/time/problems.ts'
import { dateOfStudyDay, illnessDayOf, studyDayOf } from '../study/protocol/time/study-day.ts'
import { timingOfVisit, visitWindowOf } from '../study/protocol/time/window.ts'
import { type Checked, type VectorFunctions, checkVectors } from './check-vectors.ts'
import { clinicalFunctions, criteriaFunctions } from './clinical-vectors.ts'

/** The files of vectors of quantities, times and clinical rules. */
export const protocolFiles = ['units-and-dose', 'time', 'body-and-coronary', 'criteria'] as const

/** Runs all vectors of a file of quantities, times or clinical rules. */
export function checkProtocol(file: (typeof protocolFiles)[number]): readonly Checked[] {
  return checkVectors(file, functions[file])
}

const units: VectorFunctions = {
  convert({ value, frm, to }: Record<'value' | 'frm' | 'to', string>) {
    const from = { value, unit: frm }
    const converted = convertQuantity(from, to)
    if (isQuantityProblem(converted)) return { refuse: converted.problem === 'unlikeUnits' }
    const order = compareQuantities(from, { value: '38', unit: 'Cel' })
    const over38 = isQuantityProblem(order) ? undefined : order.order > 0
    return { value: Number(converted.value), over38 }
  },
  dose({ weightKg, mgPerKg, capMg }: { weightKg: string; mgPerKg: string; capMg: string | null }) {
    const rate = { value: mgPerKg, unit: 'mg/kg' }
    const dose = good(scaleQuantity(rate, { value: weightKg, unit: 'kg' }))
    const cap = { value: capMg ?? dose.value, unit: 'mg' }
    const capped = good(compareQuantities(dose, cap)).order > 0
    const given = capped ? cap : dose
    const volume = good(volumeOf(given, { value: '150', unit: 'mg/mL' }))
    const mLAt150mgPerML = Number(volume.value)
    return { mg: Number(dose.value), mgAfterCap: Number(given.value), capped, mLAt150mgPerML }
  },
  roundDose({ value, step, mode }: { value: string; step: string; mode: RoundingMode }) {
    return good(roundQuantity({ value, unit: 'mg' }, step, mode))
  },
}

const time: VectorFunctions = {
  exactAge({ birth, on }: Record<'birth' | 'on', string>) {
    const age = ageOn(birth, on)
    if (isTimeProblem(age)) return { refuse: age.problem === 'before' }
    const [years, months, days] = [age.years, age.months, age.days].map(soleCount)
    return {
      years,
      months,
      days,
      yearsByAdding: years,
      monthsByAdding: months,
      // The other convention is not ours: the vector says what it would be.
      monthsByComparingDayNumbers: monthsByDayNumbers(birth, on),
      // In days it is not known; whether it is in months depends on the day.
      mustAsk: days === undefined,
    }
  },
  illnessDay({ firstFeverDay, on }: Record<'firstFeverDay' | 'on', string>) {
    const { day } = good(illnessDayOf(firstFeverDay, on))
    return { day, withinJ7toJ14: day >= 7 && day <= 14 }
  },
  studyDaySDTM({ rfstdtc, dtc }: Record<'rfstdtc' | 'dtc', string>) {
    return good(studyDayOf(rfstdtc, dtc, 'sdtm'))
  },
  studyDayDate({ dayOne, day }: { dayOne: string; day: number }) {
    return good(dateOfStudyDay(dayOne, day, 'sdtm'))
  },
  addDuration({ at, zone }: Record<'at' | 'zone', string>) {
    const moment = readMoment(at, zone)
    if (!isTimeProblem(moment)) return sums(moment, zone)
    const candidates = moment.problem === 'timeHappensTwice' ? moment.candidates : []
    const instants = candidates.map((one) => good(readMoment(one)).instant)
    return { mustAsk: true, candidates: instants }
  },
  visitWindow({ anchor, targetDays, earlyDays, lateDays, actual }: WindowGiven) {
    const timing = { target: `P${targetDays}D`, early: `P${earlyDays}D`, late: `P${lateDays}D` }
    const window = good(visitWindowOf(good(readMoment(anchor)), timing, 'Europe/Paris'))
    const visit = timingOfVisit(window, good(readMoment(actual)))
    return { dueDate: window.due.firstDay, ...visit }
  },
  susarClock({ sponsorAware, zone, ...event }: SusarGiven) {
    const day = good(readMoment(sponsorAware, zone))
    const { day0, clock, expedited } = good(expeditedClocks(day, event))
    return { day0, initialDue: clock?.due, expedited: expedited === 'met' }
  },
}

const functions: Readonly<Record<(typeof protocolFiles)[number], VectorFunctions>> = {
  'units-and-dose': units,
  time,
  'body-and-coronary': clinicalFunctions,
  criteria: criteriaFunctions,
}

interface WindowGiven {
  readonly anchor: string
  readonly targetDays: number
  readonly earlyDays: number
  readonly lateDays: number
  readonly actual: string
}

interface SusarGiven {
  readonly sponsorAware: string
  readonly zone: string
  readonly serious: boolean
  readonly related: boolean
  readonly unexpected: boolean
  readonly fatalOrLifeThreatening: boolean
}

function sums(moment: Moment, zone: string) {
  const after = (duration: string) => good(addTo(moment, duration, zone))
  const twoDays = after('PT48H')
  const calendar = after('P2D')
  return {
    utc: moment.instant,
    plusPT24H: after('PT24H').instant,
    plusPT48H: twoDays.instant,
    plusP2D: calendar.instant,
    PT48HLocal: twoDays.text.replace(/:00([+-]\d{2}):/, '$1'),
    differ: twoDays.instant !== calendar.instant,
  }
}

function monthsByDayNumbers(birth: string, on: string): number | undefined {
  if (birth.length !== 10) return undefined
  return Temporal.PlainDate.from(birth).until(on, { largestUnit: 'months' }).months
}

function good<Result extends object>(
  result: Result | { readonly problem: string },
): Exclude<Result, { readonly problem: string }> {
  if ('problem' in result) throw new Error(JSON.stringify(result))
  return result as Exclude<Result, { readonly problem: string }>
}
