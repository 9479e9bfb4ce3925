import type { RecordFilters } from '../../../finder/matching/match-record.ts'
import type { RecordWishes } from '../../../finder/matching/record-wishes.ts'
import type { Places } from '../../../finder/places/places.ts'
import { enums } from '../../../finder/registry/enums.ts'
import { readPlace } from '../../../finder/question/read-place.ts'
import type { Issue } from '../protocol/outcome.ts'
import { progressOf } from '../r5/progress.ts'
import { researchStatus } from '../r4/status.ts'

/** What is asked beside a record, as filters; and what of it could not be used. */
export interface ReadWishes {
  readonly filters: RecordFilters
  readonly notes: readonly Issue[]
}

/** Reads where to look and for which studies. Who sends nothing is given every study; what is not understood is told. */
export function readWishes(wishes: RecordWishes, places: Pick<Places, 'find'>): ReadWishes {
  const notes: Issue[] = []
  return {
    filters: {
      ...nearOf(wishes, places, notes),
      ...listOf('phase', wishes.phase, phasesOf, notes),
      ...listOf('status', wishes.recruitmentStatus, statusesFor, notes),
    },
    notes,
  }
}

const kmPerMile = 1.609_344
const forAll = new Set(['any', 'all', ''])

function nearOf(
  { zipCode, travelRadius }: RecordWishes,
  places: Pick<Places, 'find'>,
  notes: Issue[],
): RecordFilters {
  if (zipCode === undefined) {
    if (travelRadius !== undefined)
      notes.push(unused('travelRadius was not used: it needs a zipCode.'))
    return {}
  }
  const place = readPlace(zipCode, { places, language: 'en' })
  if (place.kind !== 'found') {
    notes.push(unused('The zipCode is not known here: studies everywhere are given.'))
    return {}
  }
  const near = { lat: place.place.lat, lon: place.place.lon }
  if (travelRadius === undefined) return { near }
  const miles = /^\d{1,6}(?:\.\d{1,6})?$/.test(travelRadius.trim()) ? Number(travelRadius) : 0
  if (miles > 0) return { near, withinKm: miles * kmPerMile }
  notes.push(unused('The travelRadius is no number of miles: studies at any distance are given.'))
  return { near }
}

function listOf(
  key: 'phase' | 'status',
  given: string | undefined,
  meant: (word: string) => readonly string[],
  notes: Issue[],
): RecordFilters {
  const words = (given ?? '').split(',').map((word) => word.trim().toLowerCase())
  if (given === undefined || words.every((word) => forAll.has(word))) return {}
  const values = words.flatMap((word) => meant(word.replaceAll(/[\s_]+/g, '-')))
  if (values.length > 0) return { [key]: [...new Set(values)] }
  const name = key === 'phase' ? 'phase' : 'recruitmentStatus'
  notes.push(unused(`The ${name} is not known here, and was not used.`))
  return {}
}

/** `phase-1`, `PHASE1`, `phase-1-phase-2`, `n-a`. */
function phasesOf(word: string): readonly string[] {
  if (word === 'n-a' || word === 'na') return ['NA']
  return [...enums.Phase].filter((phase) => {
    const code = phase.toLowerCase().replace('_', '-').replace('phase', 'phase-')
    const joined = word.replaceAll(/phase-?(\d)/g, 'phase-$1')
    return joined === code || joined.split(/-(?=phase-\d)/).includes(code)
  })
}

/** A word of R4, of R5 or of the registry. */
function statusesFor(word: string): readonly string[] {
  return [...enums.Status].filter(
    (status) =>
      status.toLowerCase().replaceAll('_', '-') === word ||
      researchStatus(status) === word ||
      progressOf({ overallStatus: status })[0]?.state.coding?.[0]?.code === word,
  )
}

function unused(text: string): Issue {
  return { severity: 'warning', code: 'not-supported', text }
}
