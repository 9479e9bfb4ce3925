import type { Protocol } from './document/protocol.ts'
import type { OperatorSetting } from './document/settings.ts'
import type { Fact } from './facts/fact.ts'
import type { VersionInForce } from './state/participant-state.ts'
import type { QuestionDesk } from './state/question-desk.ts'
import { type Moment, compareMoments, orderMoments, readMoment } from './time/moment.ts'
import { isTimeProblem } from './time/problems.ts'

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
  /** Versions in force at the site since, that were not in force at consent. */
  readonly later: readonly StudyVersion[]
}

/**
 * The version a participant is on: the one in force at their site when they consented, until a later one says that it
 * applies to those already in. Throws RangeError when there is no version at all.
 */
export function chooseVersion(
  versions: readonly StudyVersion[],
  facts: readonly Fact[],
  now: Moment,
  site?: string,
): ChosenVersion {
  const [only] = versions
  if (!only) throw new RangeError('A state needs at least one version of a protocol.')
  const consent = consentMoment(versions, facts)
  const at = consent ?? now
  const dated = versions
    .map((version) => ({ version, ...effectiveAt(version, site) }))
    .toSorted((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
  const zoned = (version: StudyVersion) => {
    const zone = effectiveAt(version, site).zone
    return zone === undefined ? {} : { zone }
  }
  if (versions.length === 1)
    return { version: only, ...zoned(only), because: 'only version', later: [] }
  const inForce = dated.filter(({ from }) => from !== undefined && from <= at.firstDay)
  const enrolled = inForce.at(-1) ?? dated[0]
  const later = dated.filter(
    ({ from, version }) =>
      from !== undefined &&
      from <= now.firstDay &&
      from > (enrolled?.from ?? '') &&
      version !== enrolled?.version,
  )
  const applying = later
    .filter(({ version }) => version.protocol.amendment?.appliesTo === 'everybody')
    .at(-1)
  const chosen = applying?.version ?? enrolled?.version ?? only
  return {
    version: chosen,
    ...zoned(chosen),
    because: applying ? 'amendment applies' : consent ? 'in force at consent' : 'in force now',
    later: consent
      ? later
          .map(({ version }) => version)
          .filter(
            (version) => version !== chosen && version.protocol.amendment?.appliesTo === undefined,
          )
      : [],
  }
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

function consentMoment(
  versions: readonly StudyVersion[],
  facts: readonly Fact[],
): Moment | undefined {
  const items = new Set(
    versions.flatMap(({ protocol }) =>
      protocol.items.filter(({ role }) => role === 'consent').map(({ id }) => id),
    ),
  )
  const moments = facts.flatMap((fact) => {
    const moment = items.has(fact.item) ? readMoment(fact.at) : undefined
    return moment && !isTimeProblem(moment) ? [moment] : []
  })
  return moments.toSorted(orderMoments)[0]
}

/** What later versions ask of this participant: a person must say whether they apply, and consent may be due again. */
export function versionInForce(
  { version, because, later }: ChosenVersion,
  announced: readonly {
    readonly name: string
    readonly at: Moment
    readonly reconsent?: boolean
    readonly fact: string
  }[],
  consents: readonly Moment[],
  { desk, site }: { readonly desk: QuestionDesk; readonly site?: string },
): VersionInForce {
  const { study, version: name } = version.protocol
  const pending = [
    ...later.map((one) => ({
      version: one.protocol.version,
      from: effectiveAt(one, site).from ?? '',
    })),
    ...announced.map(({ name: announcedName, at }) => ({ version: announcedName, from: at.text })),
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
  for (const { name: node, fact } of announced)
    desk.ask({ type: 'version', node, facts: [fact], blocks: false })
  const wanted = announced.filter(({ reconsent }) => reconsent === true)
  const asked = wanted.filter(
    ({ at }) => !consents.some((consent) => compareMoments(consent, at) === 1),
  )
  for (const { name: node, fact } of asked)
    desk.ask({ type: 'reconsent', node, facts: [fact], blocks: false })
  const reconsent =
    asked.length > 0
      ? 'due'
      : wanted.length > 0
        ? 'done'
        : pending.length > 0
          ? 'unknown'
          : 'not needed'
  return { study, version: name, because, pending, reconsent }
}
