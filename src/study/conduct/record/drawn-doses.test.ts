import assert from 'node:assert/strict'
import { after } from 'node:test'
import { peopleBase } from '../../../testing/test-alerts.ts'
import { drawFrom, type Draw } from '../../../testing/drawn-child.ts'
import { sized } from '../../../testing/sized.ts'
import { minutesOn, readyChild, testTemperature, typedDose } from '../../../testing/test-dose.ts'
import { onEachStore } from '../../../testing/test-records.ts'
import { screenedChild } from '../../../testing/test-study.ts'
import type { ConductCase } from '../model/case.ts'
import { giveDose } from './give-dose.ts'

// What the form takes is held here against the ladder of the version, worked out by other means than the engine's.

/** 6 mg/kg of the heaviest weight that was recorded, in milligrams. */
function most({ facts }: ConductCase): number {
  const weights = facts
    .filter(({ item }) => item === 'bodyWeight')
    .map(({ value, unit }) => Number(value) * (unit === '[lb_av]' ? 0.45359237 : 1))
  return 6 * Math.max(...weights) * (1 + 1e-12)
}

/** An amount that somebody may type: the derived one, one much too high, another unit's digits, or any. */
function drawAmount(draw: Draw, { state }: ConductCase): { amount: string; unit: string } {
  const [next] = state.nextDoses
  const due = next?.dose ?? next?.options[0]
  const [mg, mL] = [due?.amount.value ?? '28', due?.product?.amount.value ?? '0.2']
  const times = (by: number): string => String(Math.round(Number(mg) * by * 100) / 100)
  const typed = [mg, mL, times(10), times(2), times(3), times(3.01), times(0.5), times(30)]
  const any = String(draw.upTo(200000) / 1000)
  return {
    amount: draw.chance(0.2) ? any : (typed[draw.upTo(typed.length)] ?? mg),
    unit: draw.chance(0.2) ? 'mL' : 'mg',
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** One day of a child: a temperature, perhaps a weight, and some forms that are sent. */
async function liveADay(
  child: Awaited<ReturnType<typeof readyChild>>,
  base: ReturnType<typeof peopleBase>,
  draw: Draw,
  day: number,
): Promise<number> {
  const now = (minutes: number): Date => minutesOn(day * 24 * 60 + minutes)
  const date = `2026-11-${26 + day}`
  if (draw.chance(0.85)) {
    const value = (36.5 + draw.upTo(35) / 10).toFixed(1)
    await child.record([testTemperature(value, `${date}T10:01+01:00`)], now(2))
  }
  if (draw.chance(0.2)) {
    const weight = { value: (8 + draw.upTo(120) / 10).toFixed(1), unit: 'kg' }
    await child.record([{ item: 'bodyWeight', ...weight, at: `${date}T09:30+01:00` }], now(3))
  }
  let taken = 0
  for (let form = 0; form < 4; form++) {
    const at = now(10 + form * 7 + draw.upTo(4))
    const before = await child.caseAt(at)
    const { amount, unit } = drawAmount(draw, before)
    const time = `${twoDigits(9 + draw.upTo(2))}:${twoDigits(draw.upTo(60))}`
    const typed = typedDose({
      amount,
      unit,
      number: before.participant.number,
      reason: draw.chance(0.6) ? 'as ordered on the ward' : '',
      seenVolume: draw.chance(0.7) ? amount : '',
      ...(draw.chance(0.2) && { given: { day: date, time, offset: '' } }),
    })
    const ask = await child.askNow()
    const given = await giveDose(base, child.coordinator.actor, ask, typed, at)
    if (given.kind !== 'done') continue
    taken += 1
    const [fact] = given.recorded
    assert.ok(Number(fact?.value) <= most(before), `${fact?.value} mg, and most is ${most(before)}`)
    const wrong = given.after.state.deviations.filter(({ facts }) => facts.includes(fact?.id ?? ''))
    for (const { type } of wrong) assert.equal(type, 'dose differs')
  }
  return taken
}

let total = 0

const seeds = Array.from({ length: sized(6, 60) }, (_, seed) => seed)

for (const seed of seeds)
  onEachStore(
    `no form of a drawn child records more than the highest level gives: ${seed}`,
    async (records, t) => {
      const draw = drawFrom(seed)
      const weight = draw.chance(0.5)
        ? { value: String(18 + draw.upTo(40)), unit: '[lb_av]' }
        : { value: (6 + draw.upTo(150) / 10).toFixed(1), unit: 'kg' }
      const facts = screenedChild().map((fact) =>
        fact.item === 'bodyWeight' ? { ...fact, ...weight } : fact,
      )
      const child = await readyChild(records, { facts })
      let taken = 0
      for (let day = 0; day < 5; day++)
        taken += await liveADay(child, peopleBase(records), draw, day)
      t.diagnostic(`${taken} doses taken`)
      total += taken
    },
  )

after(() => assert.ok(total > seeds.length, 'hardly any dose was taken'))
