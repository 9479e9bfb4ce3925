import type { Protocol } from '../../src/study/protocol/document/protocol.ts'
import type { Fact } from '../../src/study/protocol/facts/fact.ts'
import { longProtocols } from './long-protocols.ts'

/** A long treatment: all that was recorded of one invented participant, and when it is asked about. */
export interface LongTreatment {
  readonly name: string
  readonly protocol: Protocol
  readonly facts: readonly Fact[]
  readonly now: string
}

/**
 * Four treatments of 500 facts each. Every fact was typed in minutes after it happened, one in twenty on the next day,
 * and one in sixty was corrected, as at a site.
 */
export function longTreatments(): readonly LongTreatment[] {
  const { insulin, chemotherapy, weekly } = longProtocols()
  return [
    lived('insulin, 80 daily doses, sugar five times a day', insulin, 80, {
      doseOn: () => '4',
      readOn: (day) => ['06', '10', '14', '18', '22'].map((hour) => glucose(day, hour)),
    }),
    lived('insulin, 160 daily doses, sugar twice a day', insulin, 160, {
      doseOn: () => '4',
      readOn: (day) => ['07', '19'].map((hour) => glucose(day, hour)),
    }),
    lived('chemotherapy by body surface, 200 doses in cycles', chemotherapy, 267, {
      doseOn: (day) => (day % 28 < 21 ? '93' : undefined),
      readOn: (day) =>
        day % 28 >= 21
          ? []
          : [
              ...(day % 2 === 0 ? [reading('neutrophils', '08', 2 + (day % 3), '10*9/L')] : []),
              ...(day === 0 || day % 2 === 1
                ? [reading('platelets', '08', 150 + (day % 50), '10*9/L')]
                : []),
              ...(day % 3 === 0 ? [reading('weight', '08', 70, 'kg')] : []),
              ...(day % 28 === 0 ? [reading('height', '08', 180, 'cm')] : []),
            ],
    }),
    lived('weekly doses by weight and weekly visits over two years', weekly, 728, {
      doseOn: (day) => (day % 7 === 0 ? '70' : undefined),
      readOn: (day) => [
        ...(day % 7 === 0 ? [reading('weight', '08', 70, 'kg')] : []),
        ...(day % 7 === 0 ? [reading('pain', '08', day % 9, '1')] : []),
        ...(day % 4 === 0 ? [reading('pressure', '07', 130 + (day % 20), 'mm[Hg]')] : []),
      ],
    }),
  ]
}

interface Said extends Pick<Fact, 'item' | 'value' | 'unit'> {
  readonly hour: string
}

interface Course {
  /** What is given on a day of treatment, counted from 0. */
  readonly doseOn: (day: number) => string | undefined
  readonly readOn: (day: number) => readonly Said[]
}

function reading(item: string, hour: string, value: number, unit: string): Said {
  return { item, hour, value: String(value), unit }
}

function glucose(day: number, hour: string): Said {
  return reading('glucose', hour, 7 + (day % 3), 'mmol/L')
}

const firstDay = Temporal.PlainDate.from('2024-03-04')

function lived(name: string, protocol: Protocol, days: number, course: Course): LongTreatment {
  const unit = protocol.items.find(({ id }) => id === 'dose')?.unit
  const facts: Fact[] = []
  const add = (said: Pick<Fact, 'item' | 'value' | 'unit'>, day: number, hour: string): void => {
    const number = facts.length
    const at = (later: number, minute: string) =>
      `${firstDay.add({ days: day + later }).toString()}T${hour}:${minute}:00Z`
    const recordedAt = number % 20 === 19 ? at(1, '30') : at(0, '12')
    facts.push({ id: `f${number}`, at: at(0, '05'), recordedAt, ...said })
    if (number % 60 === 59)
      facts.push({
        id: `c${number}`,
        at: at(0, '05'),
        recordedAt: at(2, '30'),
        corrects: `f${number}`,
        ...said,
      })
  }
  add({ item: 'birth', value: '1990-02-28' }, -1, '07')
  add({ item: 'consent', value: 'signed' }, -1, '07')
  for (const { hour, ...said } of course.readOn(0)) add(said, -1, hour)
  for (let day = 0; day < days; day++) {
    const given = course.doseOn(day)
    for (const { hour, ...said } of course.readOn(day)) add(said, day, hour)
    if (given !== undefined)
      add({ item: 'dose', value: given, ...(unit !== undefined && { unit }) }, day, '09')
  }
  const now = `${firstDay.add({ days }).toString()}T12:00:00Z`
  return { name, protocol, facts, now }
}
