import type { Query } from '../catalogue/model/query.ts'
import { type Match, type MatchSource, matchPatient, type PatientMatchOptions } from './match.ts'
import type { Measured, Patient, PatientAge } from './patient/patient.ts'
import type { BundleProblem } from './bundle/problems.ts'
import { type ReadBundle, readBundle } from './bundle/read-bundle.ts'
import { readNote } from './note/read-note.ts'
import { statusesOf } from '../registry/status.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'

/** A note or a FHIR Bundle, as it was pasted, and what is wanted. */
export interface MatchAsked {
  readonly text: string
  /** `yyyy-MM-dd` */
  readonly today: string
  readonly limit: number
  /** Only studies that take people now, or soon. */
  readonly onlyOpen: boolean
}

/** What was read of a text, and the studies that were found for it. */
export interface TextMatches {
  readonly source: 'note' | 'bundle'
  readonly problems: readonly BundleProblem[]
  /** Missing when the text was no record at all. */
  readonly read?: WhatWasRead
  readonly matches: readonly FoundMatch[]
  /** Part of the catalogue is damaged: studies may be missing, or further down than they should be. */
  readonly isIncomplete?: true
}

/** The facts a match was made from, to be shown so that a misreading is seen. */
export interface WhatWasRead {
  readonly age?: Pick<PatientAge, 'value' | 'unit'>
  readonly sex?: 'FEMALE' | 'MALE'
  readonly present: readonly string[]
  readonly absent: readonly string[]
  readonly measures: readonly Pick<Measured, 'what' | 'value' | 'unit'>[]
  readonly treatments: readonly string[]
  readonly allergies: readonly string[]
  /** The language of a note; `other` is neither English nor French, and was not read. */
  readonly language?: Patient['language']
  /** Characters or entries left unread. */
  readonly unread: number
  /** Sentences of a note that were not understood; what is left of a record is in `problems`. */
  readonly sentences: readonly string[]
}

/** A study in order of fit, with its status as the catalogue has it. */
export interface FoundMatch extends Match {
  readonly overallStatus?: string
}

/** Reads a text and ranks the studies for it. JSON is taken for a Bundle, anything else for a note in English or French. */
export async function matchText(
  { text, today, limit, onlyOpen }: MatchAsked,
  source: MatchSource,
  vocabulary: Vocabulary,
): Promise<TextMatches> {
  const isRecord = /^[\s\uFEFF]*[[{](?!\*\*)/.test(text)
  const { patient, problems } = isRecord
    ? readBundle(text.replace(/^\uFEFF/, ''), { vocabulary, today })
    : { patient: readNote(text, { vocabulary, today }), problems: [] }
  const filters: Omit<Query, 'today'> = onlyOpen ? { status: statusesOf('open', 'opening') } : {}
  const read = { problems, ...(patient && { patient }) }
  const kind = isRecord ? 'bundle' : 'note'
  return matchesFor(read, kind, { today, limit, filters }, source, vocabulary)
}

/** Ranks the studies for what was read of a text; none, where it was no record of one person. */
export async function matchesFor(
  { patient, problems }: ReadBundle,
  kind: TextMatches['source'],
  options: Pick<PatientMatchOptions, 'today' | 'limit' | 'filters'>,
  source: MatchSource,
  vocabulary: Vocabulary,
): Promise<TextMatches> {
  if (!patient) return { source: kind, problems, matches: [] }
  const matches = await matchPatient(patient, source, { vocabulary, ...options })
  return { source: kind, problems, read: whatWasRead(patient), matches: matches.map(withStatus) }

  function withStatus(match: Match): FoundMatch {
    const status = source.study(match.nctId)?.protocolSection.statusModule?.overallStatus
    return status === undefined ? match : { ...match, overallStatus: status }
  }
}

function whatWasRead({
  source,
  notUnderstood = [],
  age,
  sex,
  findings,
  measures,
  treatments,
  allergies,
  language,
  unread = 0,
}: Patient): WhatWasRead {
  const own = findings.filter(({ of }) => of === 'patient')
  const named = (presence: string) =>
    unique(own.filter((one) => one.presence === presence).map(({ term }) => term))
  return {
    ...(age && { age: { value: age.value, unit: age.unit } }),
    ...(sex && { sex: sex.value }),
    present: named('present'),
    absent: named('absent'),
    measures: measures.slice(0, mostShown).map(shownMeasure),
    treatments: unique(
      treatments.filter(({ presence }) => presence === 'present').map(({ name }) => name),
    ),
    allergies: unique(
      allergies.filter(({ presence }) => presence === 'present').map(({ name }) => name),
    ),
    ...(language && { language }),
    unread,
    sentences: source === 'note' ? notUnderstood.map(({ text }) => shortened(text)) : [],
  }
}

/** A sentence to be shown: not too long, and with nothing in it that turns or hides what is around it. */
function shortened(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').toWellFormed()
  return plain.length > 300 ? `${plain.slice(0, 300).toWellFormed()}…` : plain
}

/** A bound is shown as one: "< 15". */
function shownMeasure({ what, value, unit, comparator, upTo }: Measured) {
  const sign = comparator ? `${comparator} ` : ''
  return { what, value: `${sign}${value}${upTo === undefined ? '' : `–${upTo}`}`, unit }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].slice(0, mostShown)
}

const mostShown = 40
