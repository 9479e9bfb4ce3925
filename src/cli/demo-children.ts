import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventParticipants } from '../study/analysis/invent/invent.ts'
import { recipeShape } from '../study/analysis/invent/recipe.ts'
import type { Fact } from '../study/protocol/facts/fact.ts'
import type { StudyVersion } from '../study/protocol/versions.ts'
import { type DemoEntry, demoEntries } from './demo-entries.ts'

/** An invented child of the demonstration. */
export interface DemoChild {
  /** From 0, in the order of the recipe. */
  readonly index: number
  /** Which of the three sites, from 0. */
  readonly site: number
  readonly facts: readonly Fact[]
  readonly entries: readonly DemoEntry[]
}

/**
 * Who is not finished yet, at the first site: how many days ago each had the first dose. One has a serious event of yesterday, one
 * is at J3, one had the last dose yesterday, and two have a visit today.
 */
const alive: readonly { readonly child: number; readonly daysAgo: number }[] = [
  { child: 13, daysAgo: 5 },
  { child: 0, daysAgo: 2 },
  { child: 15, daysAgo: 14 },
  { child: 5, daysAgo: 29 },
  { child: 6, daysAgo: 44 },
]

/** The index of the child whose serious event is of yesterday, and of who is at J3, where some are not finished. */
export const aliveChildren = { event: 13, third: 0, lastDose: 15 } as const

/** For how many days the study runs up to today. */
export const demoDays = 190

/**
 * The sixteen invented children of the report, up to a day (`yyyy-MM-dd`): with `isFinished` all of them have had their last
 * visit, else some are still treated or have a visit due on that day. Throws RangeError as `inventParticipants` does.
 */
export function demoChildren(
  version: StudyVersion,
  { today, isFinished }: { readonly today: string; readonly isFinished: boolean },
): readonly DemoChild[] {
  const recipe = recipeShape.parse(JSON.parse(readFileSync(recipeFile, 'utf8')))
  const day = Temporal.PlainDate.from(today)
  const firstDays = Array.from({ length: recipe.participants }, (_, index) => {
    const spread = demoDays - 10 - Math.round((index * (demoDays - 60)) / (recipe.participants - 1))
    const early = isFinished ? undefined : alive.find(({ child }) => child === index)
    return day.subtract({ days: early?.daysAgo ?? spread }).toString()
  })
  const people = [...inventParticipants(recipe, version, firstDays).values()]
  return people.map((facts, index) => {
    const drawn = recipe.sites.indexOf(facts[0]?.studySite ?? '')
    const isAlive = !isFinished && alive.some(({ child }) => child === index)
    return { index, site: isAlive ? 0 : Math.max(0, drawn), facts, entries: demoEntries(facts) }
  })
}

const recipeFile = join(import.meta.dirname, '../../data/reports/NCT02390596.invented.json')
