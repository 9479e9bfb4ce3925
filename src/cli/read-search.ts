import { type FilterRow, filterTable } from '../finder/catalogue/model/filter-table.ts'
import type { Query } from '../finder/catalogue/model/query.ts'
import { labelOf } from '../finder/places/label.ts'
import type { Saying } from '../finder/question/read-saying.ts'
import { type ToldPlace, toldPlace } from '../finder/question/told-place.ts'
import type { QuestionProblem } from '../finder/question/problem.ts'
import { type QuestionContext, readQuestion } from '../finder/question/read-question.ts'
import { searchOptions, searchProblems as say } from '../words/terminal.ts'
import { type SearchOptions, searchOptionNames } from './search-options.ts'

/** A question as typed at the command line, read; and what could not be read, in words. */
export interface ReadSearch {
  readonly query: Query
  /** The place that was understood, to be shown; undefined for a bare point. */
  readonly nearName?: string
  /** How the place was read, in words: what was taken, that it was corrected, what else it may be. */
  readonly nearNotes: readonly string[]
  /** The same for programs. */
  readonly place: ToldPlace | null
  /** What was said beside the words. */
  readonly saying?: Saying
  readonly problems: readonly string[]
}

/** Reads the words and options of `trialway search`. */
export function readSearch(
  words: readonly string[],
  options: SearchOptions,
  context: QuestionContext,
): ReadSearch {
  const read = readQuestion(paramsOfOptions(words, options), context)
  const { query, place, saying, problems } = read
  const told = toldPlace(read, 'en')
  const found =
    place && place.kind !== 'unknown' && place.place.kind !== 'point' ? place.place : undefined
  return {
    query,
    ...(found && { nearName: labelOf(found, 'en') }),
    nearNotes: notesOf(options.near ?? saying?.place?.typed ?? '', told),
    ...(saying && { saying }),
    place: told,
    problems: [...blankProblems(options), ...problems.map(problemText)],
  }
}

function notesOf(typed: string, place: ToldPlace | null): readonly string[] {
  if (!place) return []
  const { kind, name, isCorrected, isSure, others, isDistanceIdle } = place
  return [
    ...(name !== null && isCorrected ? [say.corrected(typed, name)] : []),
    ...(name !== null && !isCorrected && kind !== 'point'
      ? [isArea(kind) ? say.inArea(name) : say.near(name)]
      : []),
    ...(isDistanceIdle && name !== null ? [say.distanceIdle(name)] : []),
    ...(others.length > 0 && !isSure ? [say.others(others)] : []),
  ]
}

function isArea(kind: string): boolean {
  return kind === 'country' || kind === 'region'
}

function paramsOfOptions(words: readonly string[], options: SearchOptions): URLSearchParams {
  const params = new URLSearchParams({ q: words.join(' ') })
  for (const name of searchOptionNames) {
    const given = options[name]
    if (typeof given === 'string') params.append(name, given)
    else if (given === true) params.append(name, 'yes')
    else if (given) for (const each of given) params.append(name, each)
  }
  return params
}

/** A variable of a script that is not set must not make a search wider than was meant. */
function blankProblems(options: SearchOptions): string[] {
  return searchOptionNames.flatMap((name) => {
    const given = options[name]
    const isBlank = [given].flat().some((text) => typeof text === 'string' && text.trim() === '')
    return isBlank ? [misread(name, '')] : []
  })
}

function problemText({ field, code, typed, place, others = [] }: QuestionProblem): string {
  switch (code) {
    case 'too-long':
      return field === 'q' ? say.wordsTooLong : say.tooLong(field)
    case 'too-many':
      return say.tooMany(field)
    case 'no-place':
      return field === 'within' ? say.withinAlone : say.nearestAlone
    case 'wide': {
      const name = place ? labelOf(place, 'en') : typed
      return place?.kind === 'region' ? say.region(name) : say.country(name)
    }
    case 'brackets':
    case 'unreadable': {
      const offered = others.map((other) => labelOf(other, 'en'))
      return [misread(field, typed), ...(offered.length > 0 ? [say.others(offered)] : [])].join(' ')
    }
  }
}

function misread(field: string, typed: string): string {
  return say.misread(field, typed, giveInstead(field))
}

function giveInstead(field: string): string {
  const words: Readonly<Record<string, { readonly help: string; readonly give?: string }>> =
    searchOptions
  const given = words[field]?.give
  if (given !== undefined) return given
  const filters: Readonly<Record<string, FilterRow>> = filterTable
  const { kind, values } = filters[field] ?? { values: [] }
  return kind === 'list' ? say.oneOf(values) : say.either(values)
}
