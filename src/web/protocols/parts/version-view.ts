import type { Protocol } from '../../../study/protocol/document/protocol.ts'
import type { StudyVersion } from '../../../study/protocol/versions.ts'
import { type Telling, tellingOf, wordingText } from '../../../study/in-words/telling.ts'
import type { Wording } from '../../../study/protocol/document/node.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import type { Choice } from '../../shell/parts/field.ts'

/** One version of a protocol as a page shows it, and the other versions of its study. */
export interface VersionView {
  readonly page: Page
  readonly telling: Telling
  readonly protocol: Protocol
  readonly settings: NonNullable<StudyVersion['settings']>
  /** All versions of the study, the oldest first. */
  readonly versions: readonly StudyVersion[]
}

/** Makes ready to show one version of a study; `now` gives the offset that moments need not repeat. */
export function versionView(
  page: Page,
  versions: readonly StudyVersion[],
  shown: StudyVersion,
  now?: string,
): VersionView {
  const { protocol, settings = [] } = shown
  return { page, telling: tellingOf(protocol, page.language, now), protocol, settings, versions }
}

/** The versions of one study, the oldest first: what is taken the place of comes before what takes it. */
export function versionsOf(all: readonly StudyVersion[], study: string): readonly StudyVersion[] {
  const ofStudy = all.filter(({ protocol }) => protocol.study === study)
  return ofStudy.toSorted((one, other) => {
    const [first, second] = [placeInLine(ofStudy, one), placeInLine(ofStudy, other)]
    return first - second || compareText(dateOf(one), dateOf(other))
  })
}

/** The version of a study that an address names, the newest where it names none; undefined where there is none such. */
export function chosenVersion(
  app: Pick<App, 'protocols'>,
  study: string,
  version: string | undefined,
): { readonly versions: readonly StudyVersion[]; readonly shown: StudyVersion } | undefined {
  const versions = versionsOf(app.protocols().versions, study.toUpperCase())
  const shown =
    version === undefined || version === ''
      ? versions.at(-1)
      : versions.find(({ protocol }) => protocol.version === version)
  return shown && { versions, shown }
}

/** The document's own words in the language of the page. */
export function titleIn({ language }: Page, wording: Wording): string {
  return wordingText({ language }, wording)
}

/** The versions of a study as choices of a field. */
export function versionChoices(page: Page, versions: readonly StudyVersion[]): readonly Choice[] {
  return versions.map(({ protocol }) => ({
    value: protocol.version,
    label: titleIn(page, protocol.title),
  }))
}

/** How many versions came before it, by what each takes the place of. */
function placeInLine(all: readonly StudyVersion[], { protocol }: StudyVersion): number {
  let place = 0
  let before = protocol.supersedes
  while (before !== undefined && place < all.length) {
    place += 1
    const name = before
    before = all.find((one) => one.protocol.version === name)?.protocol.supersedes
  }
  return place
}

function dateOf({ protocol }: StudyVersion): string {
  return protocol.date ?? ''
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
