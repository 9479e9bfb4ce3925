import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'

/** The page as data: the record whole as the registry gave it, and beside it what was worked out here. */
export function studyTwin(stored: StoredStudy): object {
  const { study, processed, imported, points, history, categories } = stored
  return {
    source: 'ClinicalTrials.gov (U.S. National Library of Medicine)',
    ...(processed && { processed }),
    imported,
    study,
    categories,
    points: points.map((point) => point ?? null),
    history,
  }
}
