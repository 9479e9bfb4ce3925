import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Place } from '../../../finder/places/place.ts'
import type { SoughtFor } from '../../../finder/question/sought-for.ts'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import type { Site } from '../../listing/parts/sites-near.ts'
import type { Page } from '../../shell/page.ts'
import type { Carried } from '../../shell/parts/carried.ts'
import type { Slot } from '../../shell/parts/phrases.ts'
import { titledStudy } from '../../../finder/vocabulary/titled-study.ts'
import { studyTitle, titleMarkup } from '../../shell/parts/study-title.ts'
import type { Words } from '../../../words/shape/shape.ts'

/** One study of the list, and for whom it is looked at. */
export interface Column {
  readonly page: Page
  /** Its place in the list, from 1: the number of its dot on the map. */
  readonly number: number
  readonly nctId: string
  readonly stored: StoredStudy
  readonly protocol: ProtocolSection
  /** `yyyy-MM-dd` */
  readonly today: string
  /** A town or a point to measure from, or an area to look in. */
  readonly place?: Place
  /** Its site to ask first, where there is such a place. */
  readonly near?: Site
  readonly person: SoughtFor
  /** The search that goes along on its links. */
  readonly carried: Carried
  /** Why it was found, in words; empty where nothing was searched for. */
  readonly why: readonly string[]
}

/** One line of the comparison: its name, and what it says of one study; nothing where the record does not say it. */
export interface Row {
  readonly name: keyof Words['list']['rows']
  readonly cell: (column: Column) => Slot | undefined
}

/** Its title for people. */
export function columnTitle({ page, stored }: Column): Slot {
  return titleMarkup(studyTitle(page, titledStudy(stored.study)))
}

/** A word or two by which it is told from the others where there is little room. */
export function shortNameOf({ protocol, nctId, number }: Column): string {
  const { acronym } = protocol.identificationModule
  const first = protocol.armsInterventionsModule?.interventions?.find(
    ({ name }) => name && !isPlacebo(name),
  )?.name
  const name = acronym ?? first ?? nctId
  return `${number}. ${name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name}`
}

const mostLetters = 28

/** Whether a name is that of a placebo or of a sham. */
function isPlacebo(name: string): boolean {
  return /\bplacebo|\bsham\b/i.test(name)
}
