import type { Protocol } from './document/protocol.ts'
import type { OperatorSetting } from './document/settings.ts'
import type { Fact } from './facts/fact.ts'
import { isSaidSo } from './facts/read-value.ts'
import type { VersionInForce } from './state/participant-state.ts'
import type { QuestionDesk } from './state/question-desk.ts'
import { type Moment, compareMoments, orderMoments, readMoment } from './time/moment.ts'
import { isTimeProblem } from './time/problems.ts'
import { firstInstantOf } from './time/first-instant.ts'

/** A version as a study works by it: the document, and what its operator has set where it is silent. */
export interface StudyVersion {
  readonly protocol: Protocol
  readonly settings?: readonly OperatorSetting[]
}

/** The version chosen for a participant, and why. */
export interface ChosenVersion {
  readonly version: StudyVersion
  readonly zone?: string
  readonly because: VersionInForce['because']
  /** The versions they were on before it, the oldest first: each speaks for its own time, which ends at an instant. */
  readonly before: readonly EarlierVersion[]
  /** Versions in force at the site that were not in force at consent, and since when; those that were chosen, too. */
  readonly later: readonly { readonly version: StudyVersion; readonly from?: string }[]
}

/** A version that a participant was on until an instant (ISO, with its offset). */
export interface EarlierVersion {
  readonly version: StudyVersion
  readonly zone?: string
  readonly until: string
}

/**
 * The version a participant is on: the one in force at their site when they consented, until a later one says that it
 * applies to those already in. Where none was in force yet, the first. Throws RangeError when there is no version at all.
 */
export function chooseVersion(
  versions: readonly StudyVersion[],
  facts: readonly Fact[],
  now: Moment,
  site?: string,
): ChosenVersion {
  const [only] = versions
  if (!only) throw new RangeError('A state needs at least one version of a protocol.')
  const consent = consentMoment(versions, facts, now)
  const at = consent ?? now
  const dated = versions
    .map((version) => ({ version, ...effectiveAt(version, site) }))
    .toSorted(
      (one, other) =>
        (one.from ?? '').localeCompare(other.from ?? '') ||
        placeInLine(one.version, versions) - placeInLine(other.version, versions),
    )
  if (versions.length === 1)
    return { version: only, ...zoneOf(only, site), because: 'only version', before: [], later: [] }
  const inForce = dated.filter(({ from, zone }) => from !== undefined && from <= dayOf(at, zone))
  const enrolled = inForce.at(-1) ?? dated[0]
  const later = dated.filter(
    ({ from, zone, version }) =>
      from !== undefined &&
      from <= dayOf(now, zone) &&
      from > (enrolled?.from ?? '') &&
      version !== enrolled?.version,
  )
  const switched = later.filter(
    ({ version }) => version.protocol.amendment?.appliesTo === 'everybody',
  )
  const applying = switched.at(-1)
  const chosen = applying?.version ?? enrolled?.version ?? only
  return {
    version: chosen,
    ...zoneOf(chosen, site),
    because: applying
      ? 'amendment applies'
      : inForce.length === 0
        ? 'none in force'
        : consent
          ? 'in force at consent'
          : 'in force now',
    before: consent && enrolled ? earlierOf([enrolled, ...switched]) : [],
    later: consent ? later : [],
  }
}

function zoneOf(version: StudyVersion, site: string | undefined): { readonly zone?: string } {
  const { zone } = effectiveAt(version, site)
  return zone === undefined ? {} : { zone }
}

/** Each version but the last, until the first instant of the day of the next. */
function earlierOf(
  line: readonly {
    readonly version: StudyVersion
    readonly from?: string
    readonly zone?: string
  }[],
): readonly EarlierVersion[] {
  return line.slice(0, -1).flatMap(({ version, zone }, place) => {
    const next = line[place + 1]
    if (next?.from === undefined) return []
    const until = firstInstantOf(next.from, next.zone ?? zone ?? 'UTC')
    return [{ version, ...(zone !== undefined && { zone }), until }]
  })
}

/** How many versions it takes the place of: of two of one day, the one that takes the other's place is in force. */
function placeInLine({ protocol }: StudyVersion, versions: readonly StudyVersion[]): number {
  const line = new Set<string>()
  let older = protocol.supersedes
  while (older !== undefined && !line.has(older)) {
    line.add(older)
    older = versions.find((one) => one.protocol.version === older)?.protocol.supersedes
  }
  return line.size
}

/** The day that it is, or may already be, by the clocks of a site. */
function dayOf({ text, firstDay }: Moment, zone: string | undefined): string {
  const seen = readMoment(text, zone)
  return isTimeProblem(seen) ? firstDay : seen.firstDay
}

/** Since when a site works by a version; its own date counts before that of every site. */
export function effectiveAt(
  { protocol }: StudyVersion,
  site?: string,
): { readonly from?: string; readonly zone?: string } {
  const own = protocol.effective.find((one) => one.site === site)
  const every = protocol.effective.find((one) => one.site === '*')
  const { from, zone = every?.zone } = own ?? every ?? {}
  return { ...(from !== undefined && { from }), ...(zone !== undefined && { zone }) }
}

/** The first signature that is known by now: one that is still to come chooses nothing yet. */
function consentMoment(
  versions: readonly StudyVersion[],
  facts: readonly Fact[],
  now: Moment,
): Moment | undefined {
  const items = new Set(
    versions.flatMap(({ protocol }) =>
      protocol.items.filter(({ role }) => role === 'consent').map(({ id }) => id),
    ),
  )
  const isAhead = (moment: Moment) => compareMoments(moment, now) === 1
  // A consent, and what may take the place of one.
  const asked = facts.filter(({ item, corrects }) => items.has(item) || corrects !== undefined)
  const known = asked.filter(({ recordedAt }) => {
    const recorded = recordedAt === undefined ? undefined : readMoment(recordedAt)
    return !recorded || isTimeProblem(recorded) || !isAhead(recorded)
  })
  const corrected = new Set(known.flatMap(({ corrects }) => corrects ?? []))
  const moments = known.flatMap((fact) => {
    // What was recorded wrongly, or was never signed, chooses no version.
    const isConsent = items.has(fact.item) && isSaidSo(fact.value) && !corrected.has(fact.id)
    const moment = isConsent ? readMoment(fact.at) : undefined
    return moment && !isTimeProblem(moment) && !isAhead(moment) ? [moment] : []
  })
  return moments.toSorted(orderMoments)[0]
}

/** Something that was announced to a participant: a version, or a text of consent, and since when. */
export interface Announced {
  readonly name: string
  readonly at: Moment
  readonly reconsent?: boolean
  /** It is a text of consent, which is no version of the protocol. */
  readonly isConsentText?: true
  readonly fact: string
}

/** What later versions ask of this participant: a person must say whether they apply, and consent may be due again. */
export function versionInForce(
  chosen: ChosenVersion,
  announced: readonly Announced[],
  consents: readonly Moment[],
  { desk, site }: { readonly desk: QuestionDesk; readonly site?: string },
): VersionInForce {
  const { version, because } = chosen
  const { study, version: name } = version.protocol
  const later = chosen.later
    .map((one) => one.version)
    .filter((one) => one !== version && one.protocol.amendment?.appliesTo === undefined)
  const open = announced.filter((one) => isUndecided(one, chosen))
  const pending = [
    ...later.map((one) => ({
      version: one.protocol.version,
      from: effectiveAt(one, site).from ?? '',
    })),
    ...open.map(({ name: announcedName, at }) => ({ version: announcedName, from: at.text })),
  ]
  for (const one of later) {
    const words = one.protocol.amendment?.question
    desk.ask({
      type: 'version',
      node: one.protocol.version,
      facts: [],
      blocks: false,
      ...(words && { words }),
    })
  }
  for (const { name: node, fact } of open)
    desk.ask({ type: 'version', node, facts: [fact], blocks: false })
  const wanted = [
    ...announced
      .filter(({ reconsent }) => reconsent === true)
      .map(({ name: node, at, fact }) => ({ node, at, facts: [fact] })),
    ...unannounced(chosen, announced),
  ]
  const asked = wanted.filter(
    ({ at }) => !consents.some((consent) => compareMoments(consent, at) === 1),
  )
  for (const { node, facts } of asked) desk.ask({ type: 'reconsent', node, facts, blocks: false })
  return {
    study,
    version: name,
    because,
    pending,
    reconsent: consentOf({ asked, wanted, pending }),
  }
}

function consentOf(lists: Readonly<Record<'asked' | 'wanted' | 'pending', readonly object[]>>) {
  if (lists.asked.length > 0) return 'due'
  if (lists.wanted.length > 0) return 'done'
  return lists.pending.length > 0 ? 'unknown' : 'not needed'
}

/** The version they are on, and one that asks or says by itself whom it is for, are not asked about because of a note. */
function isUndecided({ name, isConsentText }: Announced, { version, later }: ChosenVersion) {
  if (isConsentText || name === version.protocol.version) return false
  return later.every((one) => one.version.protocol.version !== name)
}

/** Versions that ask consent again since a day, of which nobody wrote down that they do. */
function unannounced({ later, zone = 'UTC' }: ChosenVersion, announced: readonly Announced[]) {
  return later.flatMap(({ version, from }) => {
    const { version: node, amendment } = version.protocol
    const isKnown = announced.some((one) => one.name === node && one.reconsent === true)
    if (amendment?.reconsent !== true || from === undefined || isKnown) return []
    const at = readMoment(firstInstantOf(from, zone))
    return isTimeProblem(at) ? [] : [{ node, at, facts: [] }]
  })
}
