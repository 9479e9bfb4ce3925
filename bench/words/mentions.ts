import type { StoredStudy } from '../../src/finder/catalogue/model/stored.ts'
import type { Engine } from '../../src/finder/catalogue/search/engine.ts'

/** Every study of a catalogue. */
export function* allStudies(engine: Engine, today: string): Generator<StoredStudy> {
  for (let page = 1; (page - 1) * pageSize < engine.studies; page++)
    for (const { nctId } of engine.search({ today, page, pageSize }).hits) {
      const stored = engine.study(nctId)
      if (stored) yield stored
    }
}

/** How often each MeSH term is given by the records of a catalogue. */
export function mentionsIn(engine: Engine, today: string): ReadonlyMap<string, number> {
  const mentions = new Map<string, number>()
  for (const { study } of allStudies(engine, today))
    for (const { term } of study.derivedSection?.conditionBrowseModule?.meshes ?? [])
      if (term) mentions.set(term, (mentions.get(term) ?? 0) + 1)
  return mentions
}

const pageSize = 1000
