import type { Study } from '../src/finder/registry/study.ts'
import { seed } from './setup.ts'
import { studyMaker } from './make-study.ts'
import { readSnapshot } from './read-snapshot.ts'
import { compile, lastDay } from './templates.ts'
import { packFiles, ZipWriter } from './zip.ts'

export interface ChangeOptions {
  readonly source: string
  readonly file: string
  /** How many studies there are, and how many of them change. */
  readonly studies: number
  readonly changed: number
  /** Counts up, so that a second run changes them again. */
  readonly round: number
}

/** Writes an archive of studies that changed since the last one: a state, the sites, or the dates. */
export async function writeChanged(options: ChangeOptions): Promise<void> {
  const maker = studyMaker(compile(await readSnapshot(options.source)), seed)
  const zip = new ZipWriter(options.file)
  zip.add(packFiles(changed(maker, options)))
  zip.close()
}

function* changed(
  maker: ReturnType<typeof studyMaker>,
  { studies, changed: count, round }: ChangeOptions,
): Generator<{ name: string; bytes: Buffer }> {
  for (let number = 0; number < count; number++) {
    const { nctId, bytes } = maker.make(Math.floor((number * studies) / count))
    const study = JSON.parse(Buffer.from(bytes).toString()) as Study
    const text = JSON.stringify(changedStudy(study, number, round))
    yield { name: `${nctId}.json`, bytes: Buffer.from(text) }
  }
}

function changedStudy(study: Study, number: number, round: number): Study {
  const day = dayAfter(round)
  const protocol = study.protocolSection
  const status = {
    ...protocol.statusModule,
    lastUpdateSubmitDate: day,
    lastUpdatePostDateStruct: { date: day, type: 'ACTUAL' },
  }
  const derivedSection = { ...study.derivedSection, miscInfoModule: { versionHolder: day } }
  const protocolSection = { ...protocol, statusModule: status }
  const next = { ...study, derivedSection, protocolSection }
  if (number % 3 === 0) status.overallStatus = otherStatus(status.overallStatus)
  else if (number % 3 === 1)
    protocolSection.contactsLocationsModule = withSite(protocol.contactsLocationsModule, round)
  else status.completionDateStruct = { date: `${2028 + round}-06-30`, type: 'ESTIMATED' }
  return next
}

function otherStatus(status: string | undefined): string {
  return status === 'RECRUITING' ? 'ACTIVE_NOT_RECRUITING' : 'RECRUITING'
}

function withSite(
  contacts: Study['protocolSection']['contactsLocationsModule'],
  round: number,
): NonNullable<Study['protocolSection']['contactsLocationsModule']> {
  const site = {
    facility: `New Site ${round}`,
    status: 'RECRUITING',
    city: 'Lyon',
    country: 'France',
    geoPoint: { lat: 45.7485, lon: 4.8467 },
  }
  return { ...contacts, locations: [...(contacts?.locations ?? []), site] }
}

function dayAfter(days: number): string {
  return new Date(Date.parse(lastDay) + days * 86_400_000).toISOString().slice(0, 10)
}
