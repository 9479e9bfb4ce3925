import { canBeJoined, isOpen, standingOf } from '../../../finder/registry/status.ts'
import { statusNames } from '../../../words/status-names.ts'
import { type Alert, type AlertArea, type AlertPlace, agedSpan } from '../model/alert.ts'
import { describeSearch } from '../model/describe.ts'
import { eventBit, eventBits } from '../model/events.ts'
import { pageUrl } from '../../asks/people-base.ts'
import { searchParams } from '../model/saved-search.ts'
import { roundedDistance } from '../../../words/distances.ts'
import { ageInLargestUnit, alertWords } from '../../../words/mail.ts'
import { type DigestContent, type DigestStudy, mostStudies } from './letter.ts'
import { type NamedSite, type StudyCard, siteInArea, siteToJoin, siteToName } from './study-card.ts'
import type { WaitingNews } from './waiting.ts'
import type { Vocabulary } from '../../../finder/vocabulary/concept.ts'
import { everydayTitle } from '../../../finder/vocabulary/title-parts.ts'
import { wordsOf } from '../../../words/words.ts'

/** What digests are made from, the same for everybody. */
export interface DigestSources {
  readonly baseUrl: string
  /** The ways to change and to stop a person's alerts, as paths. */
  readonly pathsOf: (personId: string) => { readonly manage: string; readonly stop: string }
  readonly names: Vocabulary
  readonly card: (nctId: string) => StudyCard | undefined
  /** `yyyy-MM-dd`. */
  readonly today: string
}

interface Reader {
  readonly id: string
  readonly language: 'en' | 'fr'
  readonly namesTopic: boolean
}

/**
 * A person's digest from what waits for them; undefined where nothing of it is still so: a study that began
 * to look for people and has stopped since is not offered to them.
 */
export function digestContent(
  reader: Reader,
  news: readonly WaitingNews[],
  alerts: readonly Alert[],
  sources: DigestSources,
): DigestContent | undefined {
  const told = together(news)
    .flatMap((one) => studyOf(one, reader, alerts, sources))
    .toSorted((a, b) => a.order - b.order || a.km - b.km)
  if (told.length === 0) return undefined
  const { language } = reader
  const paths = sources.pathsOf(reader.id)
  const first = alerts.find(({ id }) => id === told[0]?.alertId)
  return {
    language,
    studies: told.slice(0, mostStudies).map(({ study }) => study),
    total: told.length,
    moreUrl: moreUrl(language, first, sources),
    manageUrl: pageUrl(sources, language, paths.manage),
    stopUrl: pageUrl(sources, language, paths.stop),
    ...(reader.namesTopic && first && { topic: describeSearch(first, language, sources.names) }),
  }
}

interface Together {
  readonly nctId: string
  readonly events: number
  readonly alertIds: readonly string[]
}

/** Several changes of one study are one entry. */
function together(news: readonly WaitingNews[]): readonly Together[] {
  const studies = new Map<string, { events: number; alertIds: Set<string> }>()
  for (const { nctId, events, foundBy } of news) {
    const one = studies.get(nctId) ?? { events: 0, alertIds: new Set<string>() }
    one.events |= events
    for (const id of foundBy) one.alertIds.add(id)
    studies.set(nctId, one)
  }
  return [...studies].map(([nctId, { events, alertIds }]) => ({
    nctId,
    events,
    alertIds: [...alertIds],
  }))
}

interface Told {
  readonly study: DigestStudy
  readonly alertId: string | undefined
  /** What is open comes first, what is in doubt after what is sure, then the nearer. */
  readonly order: number
  readonly km: number
}

function studyOf(
  { nctId, events, alertIds }: Together,
  { language }: Reader,
  alerts: readonly Alert[],
  sources: DigestSources,
): readonly Told[] {
  const card = sources.card(nctId)
  const own = alerts.filter(({ id }) => alertIds.includes(id))
  const left = card ? stillTrue(events, card.status) : 0
  if (!card || left === 0 || own.length === 0) return []
  const nearest = nearestOf(card, own)
  const study: DigestStudy = {
    ...titleOf(card, language, sources),
    url: pageUrl(sources, language, `/studies/${nctId}`),
    status: statusNames[language][card.status] ?? card.status,
    isOffer: card.status === 'AVAILABLE',
    isStale: card.isStale,
    events: left,
    because: [...new Set(own.map((alert) => because(alert, language, sources)))],
    ...(nearest && {
      nearest: { ...nearest.site, ...distancesOf(nearest, language) },
    }),
  }
  const order = orderOf(card)
  return [{ study, alertId: own[0]?.id, order, km: nearest?.km ?? Infinity }]
}

/** The everyday title of its page; the registry's, in English, where none can be made. */
function titleOf(
  { titled }: StudyCard,
  language: 'en' | 'fr',
  { names }: DigestSources,
): Pick<DigestStudy, 'title' | 'isEnglish'> {
  const plain = everydayTitle(names, titled, language, wordsOf(language).common.title)
  return plain === undefined ? { title: titled.briefTitle, isEnglish: true } : { title: plain }
}

function orderOf({ status, isStale }: Pick<StudyCard, 'status' | 'isStale'>): number {
  if (!canBeJoined(status)) return 3
  if (isStale) return 2
  return isOpen(status) ? 0 : 1
}

/** Of what happened, what the record still says. */
function stillTrue(events: number, status: string): number {
  if (isOpen(status)) return events & ~eventBit.closed
  if (standingOf(status) === 'opening') return events & ~eventBits(['recruiting', 'closed'])
  return events & ~eventBits(['recruiting', 'posted', 'site'])
}

interface Nearest {
  /** From the place or the area of the alert. */
  readonly site: Pick<NonNullable<DigestStudy['nearest']>, 'name' | 'from' | 'isClosed'>
  /** Where it is measured: a site in an area is not. */
  readonly measured?: {
    readonly km: number
    /** It takes nobody: the nearest that does. */
    readonly join?: NamedSite | undefined
  }
  /** What is in the area counts as there. */
  readonly km: number
}

/** Of the places and areas of a person's alerts, the one that a site is nearest to: one that takes people first. */
function nearestOf(card: StudyCard, alerts: readonly Alert[]): Nearest | undefined {
  const found = alerts.flatMap(({ place, area }): Nearest[] =>
    place ? nearestTo(card, place) : area ? siteInside(card, area) : [],
  )
  const shut = ({ site }: Nearest): number => Number(site.isClosed === true)
  const [nearest] = found.toSorted((a, b) => shut(a) - shut(b) || a.km - b.km)
  return nearest
}

function nearestTo(card: StudyCard, place: AlertPlace): Nearest[] {
  const named = siteToName(card, place, place.withinKm)
  if (!named) return []
  const { name, km } = named
  const join = siteToJoin(card, place, named)
  return [
    {
      site: { name, from: place.name, ...(join && { isClosed: true }) },
      measured: { km, join },
      km,
    },
  ]
}

function siteInside(card: StudyCard, area: AlertArea): Nearest[] {
  const named = siteInArea(card, area.path)
  if (!named) return []
  const isClosed = !named.canBeJoined && canBeJoined(card.status)
  return [{ site: { name: named.name, from: area.name, ...(isClosed && { isClosed }) }, km: 0 }]
}

function distancesOf(
  { measured }: Nearest,
  language: 'en' | 'fr',
): Pick<NonNullable<DigestStudy['nearest']>, 'distance' | 'join'> {
  if (!measured) return {}
  const { km, join } = measured
  const far = (distanceKm: number): string => roundedDistance(language, distanceKm, 'kilometer')
  return { distance: far(km), ...(join && { join: { name: join.name, distance: far(join.km) } }) }
}

function because(alert: Alert, language: 'en' | 'fr', sources: DigestSources): string {
  const { place, area } = alert
  const what = describeSearch(alert, language, sources.names)
  if (area) return `${what}, ${alertWords(language).describe.inArea(area.name)}`
  if (!place) return what
  const distance = roundedDistance(language, place.withinKm, 'kilometer')
  return `${what}, ${alertWords(language).describe.near(place.name, distance)}`
}

function moreUrl(language: 'en' | 'fr', alert: Alert | undefined, sources: DigestSources): string {
  if (!alert || alert.search.study !== undefined) return pageUrl(sources, language, '/search')
  const params = searchParams(alert.search, alert.said)
  // The words say how old somebody was when they were typed.
  if (alert.said !== undefined && alert.age)
    params.set('age', ageInLargestUnit(language, agedSpan(alert.age, sources.today).least))
  if (alert.place) {
    params.set('near', alert.place.name)
    params.set('within', `${alert.place.withinKm}km`)
  }
  if (alert.area) params.set('near', alert.area.name)
  params.set('sort', 'updated')
  return pageUrl(sources, language, `/search?${params.toString()}`)
}
