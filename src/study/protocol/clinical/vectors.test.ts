import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Verdict, atLeast } from '../../../finder/eligibility/logic.ts'
import { type VectorRunner, testVectors } from '../../../testing/run-vectors.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { type SurfaceFormula, bodySurface } from './body-surface.ts'
import { coronaryClass } from './coronary-class.ts'
import type { CoronaryModel, CoronarySegment } from './coronary-models.ts'
import { coronaryZ } from './coronary-z.ts'
import {
  type ClinicalFinding,
  allMet,
  anyMet,
  atLeastMet,
  comparedTo,
  countTo,
  saidOf,
} from './findings.ts'
import { kobayashiRisk } from './kobayashi-risk.ts'
import { isClinicalProblem } from './problems.ts'

type Given = Parameters<VectorRunner>[0]

const models: Readonly<Record<string, CoronaryModel>> = {
  dallaire2011: 'dallaire-2011',
  mccrindle2007: 'mccrindle-2007',
  phnLopez2017: 'phn-2017',
  kobayashi2016: 'kobayashi-2016',
}

testVectors('body-and-coronary.json', {
  bodySurfaceArea: (given) => ({
    haycock: surfaceNumber('haycock', given),
    mosteller: surfaceNumber('mosteller', given),
    duBois: surfaceNumber('dubois', given),
  }),
  coronaryZ: (given) => {
    const scores = Object.entries(models).map(
      ([key, model]) => [key, scoreOf(model, given)] as const,
    )
    const asked =
      given['model'] === undefined ? scores : scores.filter(([key]) => key === given['model'])
    return {
      ...Object.fromEntries(scores.map(([key, score]) => [key, numberOrNull(score)])),
      bsaHaycock: surfaceNumber('haycock', given),
      mustAsk: asked.every(([, score]) =>
        isClinicalProblem(score) ? score.problem === 'missingInput' : score.mustAsk,
      ),
    }
  },
  coronaryClassAHA2017: ({ z, mm, firstZ }) => {
    const score = (value: unknown) => ({ quantity: quantity(value, '{SD}') ?? none })
    const result = coronaryClass({
      z: score(z),
      diameter: quantity(mm, 'mm'),
      firstZ: firstZ === null ? null : score(firstZ),
    })
    return isClinicalProblem(result) ? {} : { klass: result.klass }
  },
})

testVectors('criteria.json', {
  kobayashiRisk: (given) => {
    const { score, least, most, high } = kobayashiRisk({
      sodium: quantity(given['sodium'], 'mmol/L'),
      ast: quantity(given['ast'], 'U/L'),
      illnessDayAtTreatment: Number(given['illnessDayAtTreatment']),
      neutrophils: quantity(given['neutrophilPercent'], '%'),
      crp: quantity(given['crpMgPerDl'], 'mg/dL'),
      ageMonths: Number(given['ageMonths']),
      platelets: quantity(given['platelets10e9'], '10*9/L'),
    })
    return {
      score,
      high: high === 'met',
      scoreRange: [least, most],
      mustAsk: high === 'unknown',
    }
  },
  // The record's own criterion, stricter than the statement of 2017: made of the general parts.
  criterionI1: (given) => {
    const { verdict } = allMet([
      countTo('feverDays', Number(given['feverDays']), '>=', 5),
      anyMet([
        atLeastMet(4, signsOf(given)),
        comparedTo('maxZ', quantity(given['maxZ'], '{SD}'), '>=', { value: '2.5', unit: '{SD}' }),
      ]),
    ])
    return { result: word(verdict) }
  },
  atLeast: ({ k, met, unknown, notMet }) => {
    const verdicts: readonly Verdict[] = [
      ...Array<Verdict>(Number(met)).fill('met'),
      ...Array<Verdict>(Number(unknown)).fill('unknown'),
      ...Array<Verdict>(Number(notMet)).fill('not met'),
    ]
    return { result: word(atLeast(Number(k), verdicts)) }
  },
})

test('all Z scores of the four models agree with the reference to four places', () => {
  const path = join(import.meta.dirname, '../../../testing/vectors/coronary-z.json')
  const rows: readonly Given[] = JSON.parse(readFileSync(path, 'utf8'))
  assert.equal(rows.length, 66)
  for (const row of rows)
    for (const [key, model] of Object.entries(models)) {
      const score = numberOrNull(scoreOf(model, { ...row, bsa: 'haycock' }))
      assert.ok(score !== null && Math.abs(score - Number(row[key])) <= 0.0001, JSON.stringify(row))
    }
})

const none: Quantity = { value: '0', unit: '{SD}' }

function quantity(value: unknown, unit: string): Quantity | undefined {
  return typeof value === 'number' ? { value: String(value), unit } : undefined
}

function surfaceOf(formula: SurfaceFormula, given: Given) {
  return bodySurface(formula, quantity(given['heightCm'], 'cm'), quantity(given['weightKg'], 'kg'))
}

function surfaceNumber(formula: SurfaceFormula, given: Given): number | undefined {
  const surface = surfaceOf(formula, given)
  return isClinicalProblem(surface) ? undefined : Number(surface.quantity.value)
}

function scoreOf(model: CoronaryModel, given: Given) {
  const formula = given['bsa'] === 'duBois' ? 'dubois' : (given['bsa'] as SurfaceFormula)
  const surface = surfaceOf(formula, given)
  if (isClinicalProblem(surface)) return surface
  return coronaryZ(model, {
    segment: given['segment'] as CoronarySegment,
    sex: given['sex'] === 'm' ? 'male' : 'female',
    diameter: quantity(given['mm'], 'mm'),
    surface,
  })
}

function numberOrNull(score: ReturnType<typeof scoreOf>): number | null {
  return isClinicalProblem(score) ? null : Number(score.quantity.value)
}

function signsOf({ signs, signsMet, signsUnknown }: Given): readonly ClinicalFinding[] {
  const met = Number(signs ?? signsMet)
  const unknown = Number(signsUnknown ?? 0)
  return Array.from({ length: 5 }, (_, at) =>
    saidOf(`sign ${at}`, at < met ? true : at < met + unknown ? undefined : false),
  )
}

function word(verdict: Verdict): string {
  return verdict === 'not met' ? 'notMet' : verdict
}
