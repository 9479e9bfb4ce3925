import type { HoldRule, LevelChange, Regimen } from '../../src/study/protocol/document/dosing.ts'
import type {
  ReadingSelect,
  TruthExpression,
  ValueExpression,
} from '../../src/study/protocol/document/expressions.ts'
import type { Protocol } from '../../src/study/protocol/document/protocol.ts'
import type { PlannedVisit } from '../../src/study/protocol/document/schedule.ts'
import { itemOf, source } from '../../src/testing/example-nodes.ts'

/** Invented protocols of long treatments: what one answer costs where doses and readings are many. */
export function longProtocols() {
  return {
    insulin: studyOf({
      study: 'INS-1',
      readings: { glucose: 'mmol/L' },
      regimen: { every: 'P1D', amounts: ['4', '6', '8', '10'], unit: '[iU]', days: 240 },
      changes: (from, to) => [
        stepOf(
          'up',
          from,
          to,
          all(lowest('glucose', '-PT72H', '>', '8'), many('glucose', '-PT72H')),
        ),
        stepOf('down', to, from, lowest('glucose', '-PT72H', '<', '4')),
      ],
      holds: [
        restOf('low sugar', lowest('glucose', '-PT24H', '<', '3.0'), latest('glucose', '>=', '5')),
      ],
      visits: [visitOf('fortnight', ['glucose'], 'P14D', 16)],
    }),
    chemotherapy: studyOf({
      study: 'CHEMO-1',
      readings: { neutrophils: '10*9/L', platelets: '10*9/L', weight: 'kg', height: 'cm' },
      regimen: {
        every: 'P1D',
        amounts: ['50', '75', '100'],
        unit: 'mg/m2',
        days: 400,
        cycle: { length: 28, from: 1, to: 21 },
      },
      changes: (from, to) => [stepOf('up', from, to, latest('neutrophils', '>=', '6'))],
      holds: [
        restOf(
          'neutrophils',
          latest('neutrophils', '<', '1.0'),
          latest('neutrophils', '>=', '1.5'),
        ),
        restOf('platelets', latest('platelets', '<', '75'), latest('platelets', '>=', '100')),
      ],
      visits: [visitOf('cycle', ['neutrophils', 'weight'], 'P28D', 14)],
    }),
    weekly: studyOf({
      study: 'WEEK-1',
      readings: { pain: '1', pressure: 'mm[Hg]', weight: 'kg' },
      regimen: { every: 'P7D', amounts: ['1', '2', '3'], unit: 'mg/kg', days: 760 },
      changes: (from, to) => [stepOf('up', from, to, latest('pain', '>=', '9'))],
      holds: [
        restOf(
          'pressure',
          highest('pressure', '-P14D', '>=', '180'),
          latest('pressure', '<', '160'),
        ),
      ],
      visits: [visitOf('week', ['pain', 'pressure', 'weight'], 'P7D', 104)],
    }),
  } satisfies Readonly<Record<string, Protocol>>
}

interface LongStudy {
  readonly study: string
  /** Items that are read, with their units. */
  readonly readings: Readonly<Record<string, string>>
  readonly regimen: {
    readonly every: string
    readonly amounts: readonly string[]
    readonly unit: string
    readonly days: number
    readonly cycle?: NonNullable<Regimen['timing']['cycle']>
  }
  /** Between one level and the next. */
  readonly changes: (from: string, to: string) => readonly LevelChange[]
  readonly holds: readonly HoldRule[]
  readonly visits: readonly PlannedVisit[]
}

function studyOf({ study, readings, visits, ...more }: LongStudy): Protocol {
  const [item = ''] = Object.keys(readings)
  return {
    format: 1,
    study,
    version: '1',
    title: { en: study },
    effective: [{ site: '*', from: '2020-01-01', zone: 'Europe/Paris' }],
    sources: [{ id: 'protocol', title: `Protocol of the invented study ${study}` }],
    items: [
      itemOf('birth', 'Date of birth', 'Date de naissance', 'date', {
        repeats: 'once',
        role: 'birth date',
      }),
      itemOf('consent', 'Consent', 'Consentement', 'event', { role: 'consent' }),
      itemOf('withdrawal', 'Withdrawal', 'Retrait', 'event', { role: 'withdrawal' }),
      itemOf('dose', 'Dose', 'Dose', 'quantity', { unit: more.regimen.unit.replace(/\/.*/, '') }),
      ...Object.entries(readings).map(([id, unit]) => itemOf(id, id, id, 'quantity', { unit })),
    ],
    definitions: [],
    anchors: [
      {
        ...nodeOf('start'),
        event: { type: 'first', item: 'dose', orDecision: true },
        days: { first: 1, label: 'D' },
      },
    ],
    eligibility: [
      {
        ...nodeOf('adult'),
        kind: 'inclusion',
        expression: compared({ op: 'age', unit: 'a', on: { at: 'decision' } }, '>=', '18', 'a'),
      },
      {
        ...nodeOf('signed'),
        kind: 'inclusion',
        expression: { op: 'exists', of: { item: 'consent' } },
      },
    ],
    visits,
    regimens: [regimenOf(more)],
    endpoints: [
      {
        ...nodeOf('well'),
        level: 'primary',
        sets: ['treated'],
        success: {
          op: 'any',
          of: { item, from: { at: 'anchor', anchor: 'start' } },
          holds: compared({ op: 'this' }, '>', '100000', readings[item] ?? '1'),
        },
      },
    ],
    sets: [{ ...nodeOf('treated'), member: { op: 'exists', of: { item: 'dose' } } }],
  }
}

function regimenOf({
  regimen: { every, amounts, unit, days, cycle },
  changes,
  holds,
}: Pick<LongStudy, 'regimen' | 'changes' | 'holds'>): Regimen {
  const isSurface = unit.endsWith('/m2')
  return {
    ...nodeOf('doses'),
    product: { name: 'Inventum', strength: { value: '10', unit: unit.replace(/\/.*/, '/mL') } },
    item: 'dose',
    route: 'subcutaneous',
    anchor: 'start',
    timing: { ...nodeOf('timing'), every, ...(cycle && { cycle }) },
    levels: amounts.map((value) => ({ ...nodeOf(`level ${value}`), amount: { value, unit } })),
    start: [{ ...nodeOf('begin'), level: `level ${amounts[0]}` }],
    changes: amounts.slice(1).flatMap((to, at) => changes(`level ${amounts[at]}`, `level ${to}`)),
    ...(unit.includes('/') && {
      weight: {
        ...nodeOf('weight rule'),
        item: 'weight',
        use: 'current',
        ...(isSurface && { surface: { formula: 'mosteller', height: 'height' } }),
      },
    }),
    rounding: {
      ...nodeOf('rounding'),
      step: { value: '1', unit: unit.replace(/\/.*/, '') },
      mode: 'down',
    },
    holds,
    stops: [{ ...nodeOf('end'), days }],
  }
}

function nodeOf(id: string) {
  return { id, title: { en: id }, status: 'stated', words: source('1', id) } as const
}

function stepOf(id: string, from: string, to: string, when: TruthExpression): LevelChange {
  const node = nodeOf(`${id}: ${from} to ${to}`)
  return { ...node, from: [from], to, at: { fromDose: 4 }, minGap: 'P3D', ifUnknown: 'hold', when }
}

function restOf(id: string, when: TruthExpression, resumeWhen: TruthExpression): HoldRule {
  return { ...nodeOf(id), when, resumeWhen, longest: 'P28D' }
}

function visitOf(id: string, items: readonly string[], every: string, times: number): PlannedVisit {
  return {
    ...nodeOf(id),
    items,
    target: { anchor: 'start', day: 1 },
    window: { early: 'P2D', late: 'P2D' },
    repeat: { every, times },
  }
}

type Sign = Extract<TruthExpression, { readonly op: 'compare' }>['is']

function compared(left: ValueExpression, is: Sign, value: string, unit: string): TruthExpression {
  return { op: 'compare', left, is, right: { op: 'quantity', value, unit } }
}

const units: Readonly<Record<string, string>> = {
  glucose: 'mmol/L',
  neutrophils: '10*9/L',
  platelets: '10*9/L',
  pressure: 'mm[Hg]',
  pain: '1',
}

function picked(pick: 'latest' | 'lowest' | 'highest', since?: string) {
  return (item: string, is: Sign, value: string): TruthExpression =>
    compared({ op: 'reading', pick, of: windowOf(item, since) }, is, value, units[item] ?? '1')
}

function windowOf(item: string, since: string | undefined): ReadingSelect {
  const until = { at: 'decision' } as const
  return { item, ...(since !== undefined && { from: { ...until, plus: since } }), until }
}

function latest(item: string, is: Sign, value: string): TruthExpression {
  return picked('latest')(item, is, value)
}

function lowest(item: string, since: string, is: Sign, value: string): TruthExpression {
  return picked('lowest', since)(item, is, value)
}

function highest(item: string, since: string, is: Sign, value: string): TruthExpression {
  return picked('highest', since)(item, is, value)
}

function many(item: string, since: string): TruthExpression {
  return compared({ op: 'count', of: windowOf(item, since) }, '>=', '3', '1')
}

function all(...of: readonly TruthExpression[]): TruthExpression {
  return { op: 'and', of }
}
