import type { Engine } from '../../src/finder/catalogue/search/engine.ts'

/** How often each MeSH term is given by the records of a catalogue. */
export function mentionsIn(engine: Engine, today: string): ReadonlyMap<string, number> {
  const mentions = new Map<string, number>()
  for (let page = 1; (page - 1) * pageSize < engine.studies; page++)
    for (const { nctId } of engine.search({ today, page, pageSize }).hits) {
      const given = engine.study(nctId)?.study.derivedSection?.conditionBrowseModule?.meshes ?? []
      for (const { term } of given) if (term) mentions.set(term, (mentions.get(term) ?? 0) + 1)
    }
  return mentions
}

const pageSize = 1000
