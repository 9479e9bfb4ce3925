import type { Study } from '../../src/finder/registry/study.ts'
import { seed } from '../setup.ts'
import { studyMaker, type StudyMaker } from '../make-study.ts'
import { chance, pick } from '../random.ts'
import { readSnapshot } from '../read-snapshot.ts'
import { compile } from '../templates.ts'
import { packFiles, ZipWriter } from '../zip.ts'

export interface DayOptions {
  readonly source: string
  readonly file: string
  /** How many studies there are. */
  readonly studies: number
  readonly changes: number
  /** `yyyy-MM-dd` of the changes. */
  readonly day: string
}

/**
 * Writes an archive of one day of the registry: one study in twelve is new; of the others, which mostly take
 * people or soon will, some change their state, some get a site, some other dates, some only other words.
 */
export async function writeDay(options: DayOptions): Promise<void> {
  const maker = studyMaker(compile(await readSnapshot(options.source)), seed)
  const zip = new ZipWriter(options.file)
  zip.add(packFiles(changedStudies(maker, options)))
  zip.close()
}

function* changedStudies(
  maker: StudyMaker,
  { studies, changes, day }: DayOptions,
): Generator<{ name: string; bytes: Buffer }> {
  for (let number = 0; number < changes; number++) {
    const kind = number % 12
    const study =
      kind === 0
        ? newStudy(make(maker, studies + number), number, day)
        : changed(openOne(maker, number, studies, changes), { kind, number, day, maker, studies })
    const { nctId } = study.protocolSection.identificationModule
    yield { name: `${nctId}.json`, bytes: Buffer.from(JSON.stringify(study)) }
  }
}

function make(maker: StudyMaker, index: number): Study {
  return JSON.parse(Buffer.from(maker.make(index).bytes).toString()) as Study
}

/** A study of this change's own stretch of the registry; four times in five one that may be joined, if there is any. */
function openOne(maker: StudyMaker, number: number, studies: number, changes: number): Study {
  const from = Math.floor((number * studies) / changes)
  const end = Math.floor(((number + 1) * studies) / changes)
  const first = make(maker, from)
  if (chance(seed, number, 31) > 0.8) return first
  for (let index = from; index < Math.min(end, from + 12); index++) {
    const study = make(maker, index)
    if (open.has(study.protocolSection.statusModule?.overallStatus ?? '')) return study
  }
  return first
}

const open = new Set(['RECRUITING', 'NOT_YET_RECRUITING'])

function newStudy(study: Study, number: number, day: string): Study {
  const dated = { date: day, type: 'ACTUAL' }
  return withStatus(study, day, {
    overallStatus: number % 36 === 0 ? 'NOT_YET_RECRUITING' : 'RECRUITING',
    studyFirstSubmitDate: day,
    studyFirstPostDateStruct: dated,
  })
}

interface Change {
  readonly kind: number
  readonly number: number
  readonly day: string
  readonly maker: StudyMaker
  readonly studies: number
}

function changed(study: Study, { kind, number, day, maker, studies }: Change): Study {
  if (kind <= 2) return withStatus(study, day, { overallStatus: nextStatus(study) })
  if (kind <= 4) return withStatus(withSite(study, number, maker, studies), day, {})
  if (kind <= 7)
    return withStatus(study, day, {
      completionDateStruct: { date: '2029-06-30', type: 'ESTIMATED' },
    })
  const protocol = study.protocolSection
  const descriptionModule = {
    ...protocol.descriptionModule,
    briefSummary: `${protocol.descriptionModule?.briefSummary ?? ''} Reviewed ${day}.`,
  }
  return withStatus({ ...study, protocolSection: { ...protocol, descriptionModule } }, day, {})
}

function nextStatus(study: Study): string {
  const status = study.protocolSection.statusModule?.overallStatus
  return status === 'RECRUITING' ? 'ACTIVE_NOT_RECRUITING' : 'RECRUITING'
}

function withStatus(study: Study, day: string, given: object): Study {
  const protocol = study.protocolSection
  return {
    ...study,
    derivedSection: { ...study.derivedSection, miscInfoModule: { versionHolder: day } },
    protocolSection: {
      ...protocol,
      statusModule: {
        ...protocol.statusModule,
        statusVerifiedDate: day.slice(0, 7),
        lastUpdateSubmitDate: day,
        lastUpdatePostDateStruct: { date: day, type: 'ACTUAL' },
        ...given,
      },
    },
  }
}

/** The first site of another study joins: towns keep their share. */
function withSite(study: Study, number: number, maker: StudyMaker, studies: number): Study {
  const protocol = study.protocolSection
  const other = make(maker, pick(studies, seed, number, 32))
  const [site] = other.protocolSection.contactsLocationsModule?.locations ?? []
  if (!site) return study
  const contactsLocationsModule = {
    ...protocol.contactsLocationsModule,
    locations: [
      ...(protocol.contactsLocationsModule?.locations ?? []),
      { ...site, facility: `New Site ${number}`, status: 'RECRUITING' },
    ],
  }
  return { ...study, protocolSection: { ...protocol, contactsLocationsModule } }
}
